package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A paid order line, not fully refunded, with the keyword it is attributed to.
 *
 * @param keyword normalised query
 * @param day local day of the order
 * @param net amount less partial refunds, positive
 * @param rule why: {@code query-id}, {@code last-search} or {@code query-category}
 */
public record AttributedOrder(
    String orderId,
    String userId,
    LocalDate day,
    String keyword,
    String productId,
    String brandId,
    String categoryId,
    BigDecimal net,
    String currency,
    String rule) {}
