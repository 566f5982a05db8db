package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Learner;

/** Trees as bytes, so that nothing outside the heap has to be kept and freed. */
final class TreeModel implements Learner.Trained {
  private final byte[] model;
  private final double[] importance;
  private final int threads;

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
  public double[] importance() {
    return importance.clone();
  }
}
