package io.tidewatch.audience.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Checks neighbouring shares of {@link PredictTa#SHARES}, of several rankings together. */
  public static MonotonePrecision check(List<Ranking> rankings, Bootstrap bootstrap) {
    List<Interval> differences = bootstrap.of(rankings, MonotonePrecision::differences);
    var falls = new ArrayList<Fall>();
    for (int i = 0; i < differences.size(); i++) {
      if (differences.get(i).high() < 0) {
        falls.add(
            new Fall(PredictTa.SHARES.get(i), PredictTa.SHARES.get(i + 1), differences.get(i)));
      }
    }
    return new MonotonePrecision(PredictTa.table(rankings), falls);
  }

  private static double[] differences(List<Ranking> rankings) {
    List<PredictTa> table = PredictTa.table(rankings);
    return IntStream.range(1, table.size())
        .mapToDouble(i -> table.get(i - 1).precision() - table.get(i).precision())
        .toArray();
  }
}
