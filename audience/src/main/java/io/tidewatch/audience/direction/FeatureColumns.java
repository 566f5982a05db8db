package io.tidewatch.audience.direction;

import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.HashMap;
import java.util.Map;

/** Columns of a matrix by kind and id. */
final class FeatureColumns {
  static final int NONE = -1;

  private final Map<String, Integer> columns = new HashMap<>();
  private final FeatureKind kind;

  private FeatureColumns(FeatureKind kind) {
    this.kind = kind;
  }

  static FeatureColumns of(FeatureMatrix matrix, FeatureKind kind) {
    var columns = new FeatureColumns(kind);
    for (int column = 0; column < matrix.features(); column++) {
      if (matrix.feature(column).kind() == kind) {
        columns.columns.put(matrix.feature(column).id(), column);
      }
    }
    return columns;
  }

  FeatureKind kind() {
    return kind;
  }

  /** The column of an id; -1 when nobody cares for it. */
  int of(String id) {
    return columns.getOrDefault(id, NONE);
  }

  /** All of the kind, in the order of columns. */
  int[] all() {
    return columns.values().stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
