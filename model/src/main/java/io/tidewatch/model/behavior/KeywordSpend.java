package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A brand's advertisements under one keyword.
 *
 * @param keyword normalised query
 * @param currency of the cost; null when no event names one
 * @param cost null when no event names it
 */
public record KeywordSpend(
    String keyword,
    String brandId,
    @Nullable String currency,
    long exposures,
    long clicks,
    @Nullable BigDecimal cost) {

  /** The same of another keyword. */
  public KeywordSpend withKeyword(String other) {
    return new KeywordSpend(other, brandId, currency, exposures, clicks, cost);
  }
}
