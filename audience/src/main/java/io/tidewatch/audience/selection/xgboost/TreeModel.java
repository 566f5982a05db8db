package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Learner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trees as bytes, so that nothing outside the heap has to be kept and freed; only who asks what single
 * rows rest on has them read out.
 */
final class TreeModel implements Learner.Trained {
  private final byte[] model;
  private final double[] importance;
  private final int threads;
  private @Nullable TreePaths paths;

  TreeModel(byte[] model, double[] importance, int threads) {
    this.model = model;
    this.importance = importance;
    this.threads = threads;
  }

  byte[] bytes() {
    return model.clone();
  }

  @Override
  public double[] margins(EncodedMatrix matrix) {
    return Native.margins(model, matrix, threads);
  }

  @Override
  public double[] contributions(EncodedMatrix row) {
    float[] values = new float[row.columns()];
    Arrays.fill(values, Float.NaN);
    for (int entry = 0; entry < row.start(1); entry++) {
      values[row.columnArray()[entry]] = row.valueArray()[entry];
    }
    return paths(row.columns()).contributions(values, row.columns());
  }

  private synchronized TreePaths paths(int columns) {
    TreePaths known = paths;
    if (known == null) {
      known = Native.paths(model, columns);
      paths = known;
    }
    return known;
  }

  @Override
  public double[] importance() {
    return importance.clone();
  }
}
