package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.EncodedMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Calls into XGBoost's native library; what it holds outside the heap is freed at once. */
final class Native {
  static final String THREADS = "nthread";

  private static final String FORMAT = "ubj";
  private static final String IMPORTANCE = "total_gain";

  private Native() {}

  static TreeModel train(
      EncodedMatrix matrix,
      boolean[] positive,
      float[] weights,
      Map<String, Object> parameters,
      int rounds,
      int threads) {
    float[] labels = new float[positive.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = positive[i] ? 1 : 0;
    }
    try {
      DMatrix data = data(matrix);
      try {
        data.setLabel(labels);
        data.setWeight(weights);
        Booster booster = XGBoost.train(data, parameters, rounds, new HashMap<>(), null, null);
        try {
          return new TreeModel(
              booster.toByteArray(FORMAT), importance(booster, matrix.columns()), threads);
        } finally {
          booster.dispose();
        }
      } finally {
        data.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("xgboost: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  static double[] margins(byte[] model, EncodedMatrix matrix, int threads) {
    if (matrix.rows() == 0) {
      return new double[0];
    }
    try {
      DMatrix data = data(matrix);
      try {
        Booster booster = XGBoost.loadModel(model);
        try {
          booster.setParam(THREADS, threads);
          float[][] margins = booster.predict(data, true);
          return Arrays.stream(margins).mapToDouble(m -> m[0]).toArray();
        } finally {
          booster.dispose();
        }
      } finally {
        data.dispose();
      }
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("xgboost: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  /** The trees, for what single rows rest on. */
  static TreePaths paths(byte[] model, int columns) {
    try {
      Booster booster = XGBoost.loadModel(model);
      try {
        DMatrix nothing = new DMatrix(
            new long[] {0, 0}, new int[0], new float[0], DMatrix.SparseType.CSR, columns);
        try {
          return TreePaths.of(booster.getModelDump("", true), booster.predict(nothing, true)[0][0]);
        } finally {
          nothing.dispose();
        }
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("xgboost: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  static DMatrix data(EncodedMatrix matrix) throws XGBoostError {
    long[] start = new long[matrix.rows() + 1];
    for (int i = 0; i < start.length; i++) {
      start[i] = matrix.start(i);
    }
    int entries = matrix.start(matrix.rows());
    int[] columns = matrix.columnArray();
    float[] values = matrix.valueArray();
    return new DMatrix(
        start,
        columns.length == entries ? columns : Arrays.copyOf(columns, entries),
        values.length == entries ? values : Arrays.copyOf(values, entries),
        DMatrix.SparseType.CSR,
        matrix.columns());
  }

  private static double[] importance(Booster booster, int columns) throws XGBoostError {
    double[] gain = new double[columns];
    booster
        .getScore("", IMPORTANCE)
        .forEach((name, score) -> gain[Integer.parseInt(name.substring(1))] = score);
    return gain;
  }

  private static IllegalStateException missing(LinkageError e) {
    return new IllegalStateException(
        "xgboost: its native library cannot be loaded on this machine; use logistic regression", e);
  }
}
