package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Effect;
import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Adds up a number for each of a user's columns, perhaps over the length of the user's row. */
final class ColumnScorer implements Scorer {
  private final String name;
  private final Encoder encoder;
  private final double[] weights;
  private final boolean byLength;

  ColumnScorer(String name, Encoder encoder, double[] weights, boolean byLength) {
    this.name = name;
    this.encoder = encoder;
    this.weights = weights;
    this.byLength = byLength;
  }

  @Override
  public double[] scores(UserTable table) {
    EncodedMatrix matrix =
        encoder.encode(table, IntStream.range(0, table.size()).toArray());
    double[] scores = new double[matrix.rows()];
    for (int i = 0; i < scores.length; i++) {
      double squares = 0;
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        double value = matrix.valueArray()[e];
        scores[i] += value * weights[matrix.columnArray()[e]];
        squares += value * value;
      }
      scores[i] = byLength && squares > 0 ? scores[i] / Math.sqrt(squares) : scores[i];
    }
    return scores;
  }

  @Override
  public List<Effect> effects() {
    double whole = Arrays.stream(weights).map(Math::abs).sum();
    var effects = new ArrayList<Effect>();
    for (int c = 0; c < weights.length && whole > 0; c++) {
      effects.add(new Effect(
          encoder.columns().get(c), Math.abs(weights[c]) / whole, Math.signum(weights[c])));
    }
    effects.sort(Comparator.comparingDouble(Effect::importance).reversed());
    return List.copyOf(effects);
  }

  @Override
  public String card() {
    return "Model: " + name + ", " + weights.length + " columns; scores are not probabilities\n";
  }
}
