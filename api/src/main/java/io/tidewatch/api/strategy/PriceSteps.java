package io.tidewatch.api.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Price bands of a category with round ends: the coarsest of three series of preferred numbers (3, 6
 * or 12 steps a decade) under which at least four bands hold 1 % of the orders or more; the finest
 * where none does. Immutable.
 */
final class PriceSteps {
  private static final int WANTED = 4;
  private static final double WORTH = 0.01;
  private static final List<double[]> SERIES =
      List.of(new double[] {1, 2, 5}, new double[] {1, 1.5, 2, 3, 5, 7}, new double[] {
        1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2
      });

  private final double[] steps;

  private PriceSteps(double[] steps) {
    this.steps = steps;
  }

  /** Fit to the prices of a piece, positive, one an order. */
  static PriceSteps of(double[] prices) {
    for (double[] series : SERIES) {
      var steps = new PriceSteps(series);
      var counts = new TreeMap<Band, Integer>();
      Arrays.stream(prices).forEach(price -> counts.merge(steps.band(price), 1, Integer::sum));
      long held =
          counts.values().stream().filter(n -> n >= WORTH * prices.length).count();
      if (held >= WANTED) {
        return steps;
      }
    }
    return new PriceSteps(SERIES.getLast());
  }

  /** The band that holds a price. */
  Band band(double price) {
    int decade = (int) Math.floor(Math.log10(price));
    double mantissa = price / Math.pow(10, decade);
    if (mantissa >= 10) {
      decade++;
      mantissa /= 10;
    }
    int step = steps.length - 1;
    // A price that is a round end belongs to the band above it, whatever the division left over.
    while (step > 0 && steps[step] > mantissa * (1 + 1e-12)) {
      step--;
    }
    boolean last = step == steps.length - 1;
    return new Band(end(steps[step], decade), end(last ? 10 : steps[step + 1], decade));
  }

  private static BigDecimal end(double step, int decade) {
    BigDecimal end = BigDecimal.valueOf(step)
        .scaleByPowerOfTen(decade)
        .round(new MathContext(4, RoundingMode.HALF_UP))
        .stripTrailingZeros();
    return end.scale() < 0 ? end.setScale(0) : end;
  }

  /**
   * Prices from {@code low} to below {@code high}.
   */
  record Band(BigDecimal low, BigDecimal high) implements Comparable<Band> {
    String label() {
      return low.toPlainString() + "-" + high.toPlainString();
    }

    @Override
    public int compareTo(Band other) {
      return low.compareTo(other.low);
    }
  }
}
