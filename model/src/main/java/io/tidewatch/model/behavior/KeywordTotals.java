package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums over a window of imported daily keyword totals; null where no day gave the figure.
 *
 * @param titles whether the words are those of product titles, to which sales were counted
 */
public record KeywordTotals(
    String keyword,
    @Nullable String categoryId,
    @Nullable String brandId,
    @Nullable Long impressions,
    @Nullable Long searchers,
    @Nullable Long clicks,
    @Nullable Long orders,
    @Nullable BigDecimal gmv,
    @Nullable BigDecimal cost,
    @Nullable String currency,
    boolean titles) {

  /** Totals of searches. */
  public KeywordTotals(
      String keyword,
      @Nullable String categoryId,
      @Nullable String brandId,
      @Nullable Long impressions,
      @Nullable Long searchers,
      @Nullable Long clicks,
      @Nullable Long orders,
      @Nullable BigDecimal gmv,
      @Nullable BigDecimal cost,
      @Nullable String currency) {
    this(
        keyword,
        categoryId,
        brandId,
        impressions,
        searchers,
        clicks,
        orders,
        gmv,
        cost,
        currency,
        false);
  }

  /** The same of another keyword. */
  public KeywordTotals withKeyword(String other) {
    return new KeywordTotals(
        other,
        categoryId,
        brandId,
        impressions,
        searchers,
        clicks,
        orders,
        gmv,
        cost,
        currency,
        titles);
  }
}
