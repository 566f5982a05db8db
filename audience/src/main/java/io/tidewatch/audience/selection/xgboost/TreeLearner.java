package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.Learner;
import java.util.HashMap;
import java.util.Map;

/**
 * Gradient-boosted trees, or a random forest as one boosting round of many trees on samples of rows
 * and columns. Importance of a column is the total gain of its splits.
 *
 * <p>T. Chen, C. Guestrin, XGBoost: a scalable tree boosting system, KDD 2016; L. Breiman, Random
 * forests, Machine Learning 45 (2001).
 */
public final class TreeLearner implements Learner {
  private static final int BINS = 64;

  private final boolean forest;
  private final TreeSettings settings;

  private TreeLearner(boolean forest, TreeSettings settings) {
    this.forest = forest;
    this.settings = settings;
  }

  /** Gradient-boosted trees. */
  public static TreeLearner boosted(TreeSettings settings) {
    return new TreeLearner(false, settings);
  }

  /** A random forest. */
  public static TreeLearner forest(TreeSettings settings) {
    return new TreeLearner(true, settings);
  }

  @Override
  public String name() {
    return forest ? "random forest" : "gradient-boosted trees";
  }

  @Override
  public String settings() {
    return settings.toString();
  }

  @Override
  public Form form() {
    return Form.ORDINAL;
  }

  @Override
  public Trained train(
      EncodedMatrix matrix, boolean[] positive, float[] weights, int threads, long seed) {
    return Native.train(
        matrix,
        positive,
        weights,
        parameters(threads, seed),
        forest ? 1 : settings.trees(),
        threads);
  }

  private Map<String, Object> parameters(int threads, long seed) {
    Map<String, Object> map = new HashMap<>();
    map.put("objective", "binary:logistic");
    map.put("tree_method", "hist");
    map.put("max_bin", BINS);
    map.put("max_depth", settings.depth());
    map.put("min_child_weight", settings.minChildWeight());
    map.put("subsample", settings.rows());
    map.put(forest ? "colsample_bynode" : "colsample_bytree", settings.columns());
    map.put("eta", forest ? 1.0 : settings.learningRate());
    map.put("num_parallel_tree", forest ? settings.trees() : 1);
    map.put(Native.THREADS, threads);
    map.put("seed", (int) (seed ^ (seed >>> 32)) & Integer.MAX_VALUE);
    map.put("verbosity", 0);
    return map;
  }
}
