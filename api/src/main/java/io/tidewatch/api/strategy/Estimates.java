package io.tidewatch.api.strategy;

import io.tidewatch.model.trend.Interval3;
import org.jspecify.annotations.Nullable;

/**
 * Shares and changes with their 5 % and 95 % bounds. A share s of a total worth n equal buyers has
 * Wilson's score interval at n. A change is the ratio of two rates a day less 1, its interval that of
 * a log-normal with variance 1/n₁ + 1/n₀.
 */
final class Estimates {
  /** For 90 %, two-sided. */
  private static final double Z90 = 1.6448536269514722;

  private Estimates() {}

  /** Part over whole, 0 to 1; null without a whole. */
  static @Nullable Interval3 share(double part, Total whole) {
    double n = whole.effective();
    if (n == 0) {
      return null;
    }
    double share = Math.clamp(part / whole.sum(), 0, 1);
    double square = Z90 * Z90 / n;
    double half = Z90 * Math.sqrt((share * (1 - share) + square / 4) / n);
    return new Interval3(
        Math.clamp((share + square / 2 - half) / (1 + square), 0, share),
        share,
        Math.clamp((share + square / 2 + half) / (1 + square), share, 1));
  }

  /**
   * Rate now over rate before, less 1; null when either is of nothing, so that nobody reads
   * "infinite growth".
   *
   * @param days on which {@code now} could be seen
   * @param daysBefore on which {@code before} could be seen
   */
  static @Nullable Interval3 change(Total now, int days, Total before, int daysBefore) {
    if (now.sum() == 0 || before.sum() == 0 || days < 1 || daysBefore < 1) {
      return null;
    }
    double ratio = now.sum() / days / (before.sum() / daysBefore);
    double spread = Math.exp(Z90 * Math.sqrt(1 / now.effective() + 1 / before.effective()));
    return new Interval3(ratio / spread - 1, ratio - 1, ratio * spread - 1);
  }
}
