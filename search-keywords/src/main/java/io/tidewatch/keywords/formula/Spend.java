package io.tidewatch.keywords.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a brand paid for a keyword in the window.
 *
 * @param amount in the configured currency; null when unknown
 * @param clicks that were paid for; null when unknown
 * @param exposures null when unknown
 * @param source {@code ads} or {@code totals}
 */
public record Spend(
    @Nullable BigDecimal amount,
    @Nullable Long clicks,
    @Nullable Long exposures,
    String source) {

  public Spend plus(Spend other) {
    return new Spend(
        amount == null ? other.amount : other.amount == null ? amount : amount.add(other.amount),
        sum(clicks, other.clicks),
        sum(exposures, other.exposures),
        source);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : Long.valueOf(one + other);
  }
}
