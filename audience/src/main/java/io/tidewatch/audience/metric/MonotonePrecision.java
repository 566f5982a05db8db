package io.tidewatch.audience.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether PredictTA@N never falls as N shrinks: the best of the best must not be worse than the
 * good. A fall counts only when the whole 95 % bootstrap interval of the difference, smaller N less
 * larger N, lies below 0.
 *
 * @param table PredictTA at each share, smallest first
 * @param falls where it falls beyond its interval; empty when the check holds
 */
public record MonotonePrecision(List<PredictTa> table, List<Fall> falls) {
  /**
   * One fall.
   *
   * @param small the smaller share
   * @param large the next larger share
   * @param difference precision at the smaller less precision at the larger, below 0
   */
  public record Fall(double small, double large, Interval difference) {}

  /** Copies the lists. */
  public MonotonePrecision {
    table = List.copyOf(table);
    falls = List.copyOf(falls);
  }

  /** Whether nothing falls. */
  public boolean holds() {
    return falls.isEmpty();
  }

  /** Checks neighbouring shares of {@link PredictTa#SHARES}. */
  public static MonotonePrecision check(Ranking ranking, Bootstrap bootstrap) {
    var falls = new ArrayList<Fall>();
    for (int i = 1; i < PredictTa.SHARES.size(); i++) {
      double small = PredictTa.SHARES.get(i - 1);
      double large = PredictTa.SHARES.get(i);
      Interval difference = bootstrap.of(
          ranking,
          r -> PredictTa.at(r, small).precision() - PredictTa.at(r, large).precision());
      if (difference.high() < 0) {
        falls.add(new Fall(small, large, difference));
      }
    }
    return new MonotonePrecision(PredictTa.table(ranking), falls);
  }
}
