package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order line beside what was known of its product when it was placed.
 *
 * @param quantity pieces, at least 1
 * @param amount total of the line in {@code currency}, not negative
 * @param refunded what was paid back in the same currency up to the window's end
 * @param price of one piece as it was listed at that time, in {@code priceCurrency}; null when
 *     unknown
 * @param margin share of the price at that time, 0 to 1; null when unknown
 * @param stock pieces at hand at that time; null when unknown
 */
public record PricedOrder(
    String orderId,
    Instant at,
    String productId,
    long quantity,
    BigDecimal amount,
    BigDecimal refunded,
    String currency,
    @Nullable BigDecimal price,
    @Nullable String priceCurrency,
    @Nullable BigDecimal margin,
    @Nullable Long stock) {

  /** What the line earned: its net amount times the margin; null, never 0, without a margin. */
  public @Nullable BigDecimal earned() {
    BigDecimal share = margin;
    return share == null ? null : amount.subtract(refunded).multiply(share);
  }
}
