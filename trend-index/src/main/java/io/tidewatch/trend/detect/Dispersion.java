package io.tidewatch.trend.detect;

import io.tidewatch.trend.detect.KindCounts.PastDay;
import java.util.Arrays;
import java.util.List;

/**
 * How much more the counts of a kind vary between windows than chance does: 1/k = max(0.05, pooled
 * (s²−m)/m²) over blocks as long as the window, which end where the local day begins in which the
 * window does; those of a day or more are whole days. Without such a day, short blocks end where the
 * window begins.
 *
 * <p>m is a key's own mean for the block's exposure, numerators and denominators are summed over
 * keys and blocks before dividing, and a block enters with at most m + sd + 1 units under the least
 * dispersion: bursts are what is looked for and must not raise the bar for themselves.
 */
final class Dispersion {
  static final double FLOOR = 0.05;
  private static final double CEILING = 4;
  private static final int MIN_BLOCKS = 4;

  private final KindCounts counts;
  private final Blocks blocks;
  private final OrderlessSum excess = new OrderlessSum();
  private final OrderlessSum scale = new OrderlessSum();

  private Dispersion(KindCounts counts, Blocks blocks) {
    this.counts = counts;
    this.blocks = blocks;
  }

  /** 1/k; the floor when the past holds fewer than four blocks. */
  static double inverseK(KindCounts counts, RatePast past) {
    Blocks blocks = Blocks.of(past);
    if (blocks.used() < MIN_BLOCKS) {
      return FLOOR;
    }
    var dispersion = new Dispersion(counts, blocks);
    if (blocks.areDays()) {
      dispersion.byDay();
    } else {
      dispersion.byKey();
    }
    return Math.clamp(dispersion.pooled(), FLOOR, CEILING);
  }

  private double pooled() {
    return scale.value() > 0
        ? excess.value() / scale.value() * blocks.used() / (blocks.used() - 1)
        : FLOOR;
  }

  /** Without touching the hours of any key; what a key adds is summed in order of days. */
  private void byDay() {
    long[] units = new long[counts.numbers()];
    double[] squares = new double[counts.numbers()];
    List<PastDay> days =
        counts.pastDays().stream().filter(d -> blocks.ofDay(d.firstHour()) >= 0).toList();
    for (PastDay day : days) {
      DayTable table = day.table();
      for (int i = 0; i < table.size(); i++) {
        units[table.key(i)] += table.units(i);
      }
    }
    for (PastDay day : days) {
      DayTable table = day.table();
      double exposure = blocks.exposure(blocks.ofDay(day.firstHour()));
      double ofAll = exposure / blocks.exposure();
      for (int i = 0; i < table.size(); i++) {
        int key = table.key(i);
        squares[key] += corrected(units[key] * ofAll, table.units(i));
      }
    }
    for (int key = 0; key < units.length; key++) {
      if (units[key] > 0) {
        add(units[key] / blocks.exposure(), squares[key]);
      }
    }
  }

  private void byKey() {
    long[] units = new long[blocks.size()];
    for (int number = 0; number < counts.numbers(); number++) {
      KeyCounts key = counts.counts(number);
      Arrays.fill(units, 0);
      long all = 0;
      for (int e = 0; e < key.pastSize(); e++) {
        int block = blocks.of(key.hour(e));
        if (block >= 0) {
          units[block] += key.count(e);
          all += key.count(e);
        }
      }
      if (all > 0) {
        double rate = all / blocks.exposure();
        double squares = 0;
        for (int block = 0; block < units.length; block++) {
          if (units[block] > 0) {
            squares += corrected(rate * blocks.exposure(block), units[block]);
          }
        }
        add(rate, squares);
      }
    }
  }

  /** Adds a key as if every block were empty, and what corrects that. */
  private void add(double rate, double squares) {
    double expected = rate * rate * blocks.exposureSquared();
    excess.add(expected - rate * blocks.exposure() + squares);
    scale.add(expected);
  }

  /** (n − m)² − m², n cut at m + sd + 1; no less than one unit is ever cut. */
  private static double corrected(double m, long units) {
    double n =
        units <= m + 1 ? units : Math.min((double) units, m + Math.sqrt(m + m * m * FLOOR) + 1);
    return n * (n - 2 * m);
  }
}
