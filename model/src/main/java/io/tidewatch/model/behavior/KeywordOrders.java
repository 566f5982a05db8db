package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Attributed orders of one keyword, category and brand.
 *
 * @param orders distinct (user, local day), at least 1
 * @param before those of the window's first half
 * @param gmv what was paid in the window's currency; null without such an order
 */
public record KeywordOrders(
    String keyword,
    String categoryId,
    String brandId,
    long orders,
    long before,
    @Nullable BigDecimal gmv) {}
