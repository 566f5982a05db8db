package io.tidewatch.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost by itself on as many users and numbers as a selection learns from, with the selection's two
 * ensembles: 150 boosted trees and a forest of 150.
 */
final class XgboostAlone {
  private static final int TREES = 150;
  private static final int NUMBERS = 35;
  private static final double POSITIVE = 1 / 21.0;

  private XgboostAlone() {}

  /** Seconds of training, the matrix made. */
  static double seconds(int users, long seed) throws XGBoostError {
    var random = new SplittableRandom(seed);
    float[] numbers = new float[users * NUMBERS];
    float[] labels = new float[users];
    for (int user = 0; user < users; user++) {
      labels[user] = random.nextDouble() < POSITIVE ? 1 : 0;
      for (int i = 0; i < NUMBERS; i++) {
        numbers[user * NUMBERS + i] = (float) random.nextGaussian() + labels[user] / 4;
      }
    }
    long start = System.nanoTime();
    DMatrix matrix = new DMatrix(numbers, users, NUMBERS, Float.NaN);
    matrix.setLabel(labels);
    Map<String, Object> boosted = settings(seed, 3, 3, 0.8);
    boosted.putAll(Map.of("eta", 0.05, "colsample_bytree", 0.6));
    XGBoost.train(matrix, boosted, TREES, new HashMap<>(), null, null).dispose();
    Map<String, Object> forest = settings(seed, 8, 2, 0.632);
    forest.putAll(Map.of("eta", 1.0, "colsample_bynode", 0.3, "num_parallel_tree", TREES));
    XGBoost.train(matrix, forest, 1, new HashMap<>(), null, null).dispose();
    matrix.dispose();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Map<String, Object> settings(long seed, int depth, int leaf, double rows) {
    return new HashMap<>(Map.of(
        "objective",
        "binary:logistic",
        "tree_method",
        "hist",
        "max_bin",
        64,
        "max_depth",
        depth,
        "min_child_weight",
        leaf,
        "subsample",
        rows,
        "nthread",
        Runtime.getRuntime().availableProcessors(),
        "seed",
        seed,
        "verbosity",
        0));
  }
}
