package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An order line of which something was kept, as market figures need it.
 *
 * @param day local day of the order
 * @param quantity pieces, at least 1
 * @param amount total of the line in {@code currency}, positive
 * @param refunded what was paid back in the same currency up to the window's end, less than {@code
 *     amount}
 */
public record MarketOrder(
    String userId,
    LocalDate day,
    String productId,
    String brandId,
    String categoryId,
    long quantity,
    BigDecimal amount,
    BigDecimal refunded,
    String currency) {

  /** What was kept of the amount, positive. */
  public BigDecimal net() {
    return amount.subtract(refunded);
  }

  /** What one piece cost before anything was paid back. */
  public double piecePrice() {
    return amount.doubleValue() / quantity;
  }
}
