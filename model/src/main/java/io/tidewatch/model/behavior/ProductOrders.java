package io.tidewatch.model.behavior;

import java.math.BigDecimal;

/**
 * Orders of one product that came through any search.
 *
 * @param orders distinct (user, local day)
 * @param gmv exact sum in the window's currency
 * @param otherCurrency orders that {@code gmv} leaves out
 */
public record ProductOrders(
    String productId,
    String brandId,
    String categoryId,
    long orders,
    BigDecimal gmv,
    long otherCurrency) {}
