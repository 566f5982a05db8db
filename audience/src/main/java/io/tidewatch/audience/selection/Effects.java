package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the columns of a model do, from its importance and its margins over the training users. */
final class Effects {
  private Effects() {}

  /** All columns that do something, the most important first. */
  static List<Effect> of(Encoder encoder, Learner.Trained trained, Sample sample) {
    double[] importance = trained.importance();
    double whole = Arrays.stream(importance).sum();
    if (whole <= 0) {
      return List.of();
    }
    EncodedMatrix matrix = encoder.encode(sample.table(), sample.users());
    double[] direction = correlations(matrix, trained.margins(matrix));
    var effects = new ArrayList<Effect>();
    for (int c = 0; c < importance.length; c++) {
      if (importance[c] > 0) {
        effects.add(new Effect(encoder.columns().get(c), importance[c] / whole, direction[c]));
      }
    }
    effects.sort(Comparator.comparingDouble(Effect::importance).reversed());
    return List.copyOf(effects);
  }

  /** Correlation of each column with the margin; 0 when one of them does not vary. */
  private static double[] correlations(EncodedMatrix matrix, double[] margins) {
    int columns = matrix.columns();
    double[] sum = new double[columns];
    double[] squares = new double[columns];
    double[] products = new double[columns];
    double mean = Arrays.stream(margins).average().orElse(0);
    double spread = 0;
    for (int i = 0; i < margins.length; i++) {
      double m = margins[i] - mean;
      spread += m * m;
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        int c = matrix.columnArray()[e];
        double v = matrix.valueArray()[e];
        sum[c] += v;
        squares[c] += v * v;
        products[c] += v * m;
      }
    }
    double[] correlations = new double[columns];
    for (int c = 0; c < columns; c++) {
      double variance = squares[c] - sum[c] * sum[c] / margins.length;
      double scale = Math.sqrt(variance * spread);
      correlations[c] = scale > 0 ? Math.clamp(products[c] / scale, -1, 1) : 0;
    }
    return correlations;
  }
}
