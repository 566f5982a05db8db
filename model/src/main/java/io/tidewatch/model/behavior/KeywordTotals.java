package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums over a window of imported daily keyword totals; null where no day gave the figure. */
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
    @Nullable String currency) {}
