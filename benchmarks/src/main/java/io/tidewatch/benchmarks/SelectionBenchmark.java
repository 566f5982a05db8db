package io.tidewatch.benchmarks;

import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.ModelScorer;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Learning and scoring many users with sparse features, against XGBoost's own training and
 * prediction on the same users' raw features in the same run; AUC is on other users.
 */
public final class SelectionBenchmark {
  private static final int THREADS = 2;
  private static final long SEED = 7;
  private static final int FRESH = 200_000;
  private static final double NANOS = 1e9;

  private SelectionBenchmark() {}

  public static void main(String[] arguments) throws XGBoostError {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int trees = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    long start = System.nanoTime();
    SelectionUsers data = SelectionUsers.of(users, SEED);
    System.out.printf(
        "%d users, %d cells, %.1f %% positive, made in %.1f s%n",
        users, data.table().cells(), 100 * data.positiveShare(), seconds(start));
    SelectionUsers fresh = SelectionUsers.of(Math.min(users, FRESH), SEED + 1);
    // The first call loads the native library, which is no part of training.
    var warm = SelectionUsers.of(2000, SEED);
    new LearnedRanker(TreeLearner.boosted(TreeSettings.BOOSTED))
        .fit(Sample.all(warm.table(), warm.buys()), FitSettings.DEFAULT, SEED);

    double alone = alone(data, fresh, trees);
    TreeSettings boosted = new TreeSettings(trees, 4, 0.08, 5, 0.8, 0.8);
    encoding(data);
    ours(data, fresh, TreeLearner.boosted(boosted), alone);
    ours(data, fresh, new LogisticLearner(1), alone);
  }

  /** XGBoost by itself; gives the seconds of training with its matrix made. */
  private static double alone(SelectionUsers data, SelectionUsers fresh, int trees)
      throws XGBoostError {
    Map<String, Object> parameters = new HashMap<>(Map.of(
        "objective",
        "binary:logistic",
        "tree_method",
        "hist",
        "max_bin",
        64,
        "max_depth",
        4,
        "eta",
        0.08,
        "min_child_weight",
        5,
        "subsample",
        0.8,
        "colsample_bytree",
        0.8));
    parameters.put("nthread", THREADS);
    parameters.put("seed", SEED);
    parameters.put("verbosity", 0);
    long start = System.nanoTime();
    DMatrix matrix = data.raw();
    Booster booster = XGBoost.train(matrix, parameters, trees, new HashMap<>(), null, null);
    double training = seconds(start);
    matrix.dispose();
    start = System.nanoTime();
    DMatrix other = fresh.raw();
    float[][] margins = booster.predict(other, true);
    double predicting = seconds(start);
    other.dispose();
    booster.dispose();
    double[] scores =
        IntStream.range(0, margins.length).mapToDouble(i -> margins[i][0]).toArray();
    System.out.printf(
        "XGBoost alone: training %.1f s, prediction of %d others %.2f s, AUC %.4f%n",
        training, margins.length, predicting, RocAuc.of(Ranking.of(scores, fresh.buys())));
    return training;
  }

  private static void encoding(SelectionUsers data) {
    Sample sample = Sample.all(data.table(), data.buys());
    long start = System.nanoTime();
    Encoder encoder = Encoder.fit(
        sample, TreeLearner.boosted(TreeSettings.BOOSTED).form(), FitSettings.DEFAULT.encoding());
    double fitting = seconds(start);
    start = System.nanoTime();
    int rows = encoder
        .encode(data.table(), IntStream.range(0, data.table().size()).toArray())
        .rows();
    System.out.printf(
        "encoding: learned in %.1f s, %d users encoded in %.1f s, %d columns%n",
        fitting, rows, seconds(start), encoder.columns().size());
  }

  private static void ours(
      SelectionUsers data, SelectionUsers fresh, Learner learner, double alone) {
    long start = System.nanoTime();
    ModelScorer scorer = new LearnedRanker(learner)
        .fit(Sample.all(data.table(), data.buys()), FitSettings.DEFAULT, SEED);
    double fitting = seconds(start);
    start = System.nanoTime();
    int scored = scorer.scores(data.table()).length;
    double scoring = seconds(start);
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s: encoding, learning, calibration and effects %.1f s, scoring of %d %.1f s, together %.2f times"
            + " XGBoost's training alone; AUC %.4f; heap %d MB%n",
        learner.name(),
        fitting,
        scored,
        scoring,
        (fitting + scoring) / alone,
        RocAuc.of(Ranking.of(scorer.scores(fresh.table()), fresh.buys())),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / NANOS;
  }
}
