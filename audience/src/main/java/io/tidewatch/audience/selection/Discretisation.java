package io.tidewatch.audience.selection;

import java.util.Arrays;

/**
 * How a number is cut into bins. Bin ids rise with the value: a value's bin is the number of cuts
 * not above it.
 */
public sealed interface Discretisation {
  /** Most bins; at least 2. */
  int bins();

  /**
   * Bins with about as many users each.
   *
   * @param bins most bins, 2 to 1000
   */
  record Quantiles(int bins) implements Discretisation {
    /** Takes the number of bins. */
    public Quantiles {
      requireBins(bins);
    }
  }

  /**
   * Cuts where positives and unlabelled part, as long as a cut pays for its own description; see
   * {@link EntropyCuts}.
   *
   * @param bins most bins, 2 to 1000
   */
  record Supervised(int bins) implements Discretisation {
    /** Takes the number of bins. */
    public Supervised {
      requireBins(bins);
    }
  }

  /**
   * Cuts in ascending order, without repetition; none when all values are equal.
   *
   * @param values in ascending order
   * @param positive whether each value is a positive's
   */
  default float[] cuts(float[] values, boolean[] positive) {
    return switch (this) {
      case Quantiles q -> quantiles(values, q.bins);
      case Supervised s -> new EntropyCuts(s.bins).cuts(values, positive);
    };
  }

  /** Cuts at quantiles; a cut is the first value of its bin. */
  static float[] quantiles(float[] values, int bins) {
    float[] cuts = new float[bins];
    int count = 0;
    for (int i = 1; i < bins; i++) {
      int at = (int) ((long) i * values.length / bins);
      if (at < values.length
          && values[at] > values[0]
          && (count == 0 || values[at] > cuts[count - 1])) {
        cuts[count++] = values[at];
      }
    }
    return Arrays.copyOf(cuts, count);
  }

  private static void requireBins(int bins) {
    if (bins < 2 || bins > 1000) {
      throw new IllegalArgumentException("bins: 2 to 1000 is required, got " + bins);
    }
  }
}
