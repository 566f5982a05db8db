package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.HashMap;
import java.util.Map;

/** A score that is a sum of weights times the strengths of a user's features. */
final class WeightedColumns {
  private final Brief brief;
  private final double[] weights;
  private final Map<Integer, String> texts = new HashMap<>();

  WeightedColumns(Brief brief) {
    this.brief = brief;
    this.weights = new double[brief.matrix().features()];
  }

  /** Adds a positive weight; {@code text} says in one sentence why the feature counts. */
  void add(int column, double weight, String text) {
    weights[column] += weight;
    texts.put(column, text);
  }

  float score(int user) {
    FeatureMatrix matrix = brief.matrix();
    double score = 0;
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      score += part(entry);
    }
    return (float) score;
  }

  private double part(int entry) {
    FeatureMatrix matrix = brief.matrix();
    int column = matrix.column(entry);
    return weights[column] == 0
        ? 0
        : weights[column]
            * matrix
                .feature(column)
                .kind()
                .strength(matrix.value(entry), brief.config().saturation());
  }

  void reasons(int user, String code, RankedParts parts) {
    FeatureMatrix matrix = brief.matrix();
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      double part = part(entry);
      int column = matrix.column(entry);
      String text = texts.get(column);
      if (part > 0 && text != null) {
        parts.add(new Reason(
            code, text, matrix.feature(column).label(), (double) matrix.value(entry), part));
      }
    }
  }
}
