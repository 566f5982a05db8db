package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Learner;
import ml.dmlc.xgboost4j.java.Booster;
import org.jspecify.annotations.Nullable;

/**
 * Trees as bytes, so that nothing outside the heap has to be kept and freed; only who asks what single
 * rows rest on has them loaded, for loading takes longer than the answer. Contributions are the
 * library's SHAP values.
 *
 * <p>S. Lundberg and others, From local explanations to global understanding with explainable AI for
 * trees, Nature Machine Intelligence 2 (2020).
 */
final class TreeModel implements Learner.Trained {
  private final byte[] model;
  private final double[] importance;
  private final int threads;
  private @Nullable Booster loaded;

  TreeModel(byte[] model, double[] importance, int threads) {
    this.model = model;
    this.importance = importance;
    this.threads = threads;
  }

  @Override
  public double[] margins(EncodedMatrix matrix) {
    return Native.margins(model, matrix, threads);
  }

  @Override
  public double[] contributions(EncodedMatrix row) {
    return Native.contributions(booster(), row);
  }

  private synchronized Booster booster() {
    Booster booster = loaded;
    if (booster == null) {
      booster = Native.loaded(model);
      loaded = booster;
    }
    return booster;
  }

  @Override
  public double[] importance() {
    return importance.clone();
  }
}
