package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user did, as audiences need it.
 *
 * @param action the record type, such as {@code click} or {@code order}
 * @param categoryId of the product; for a search the category of most of its results
 * @param keyword normalised query for a search; otherwise null
 * @param channel as it was given; null when it was not
 * @param stars 1 to 5 for a rating; otherwise null
 * @param paid what an order line cost; otherwise null
 */
public record AudienceFact(
    String userId,
    Instant at,
    String action,
    @Nullable String productId,
    @Nullable String brandId,
    @Nullable String categoryId,
    @Nullable String keyword,
    @Nullable String channel,
    @Nullable Integer stars,
    @Nullable Paid paid) {

  /**
   * What an order line cost.
   *
   * @param quantity pieces, at least 1
   * @param amount of the line, not negative
   * @param currency ISO 4217 code
   * @param refunded paid back in the same currency before the window's end
   * @param refundedAt when the last of that was paid back; null when nothing was
   */
  public record Paid(
      long quantity,
      BigDecimal amount,
      String currency,
      BigDecimal refunded,
      @Nullable Instant refundedAt) {

    /** Whether nothing of the amount was kept. */
    public boolean isReturned() {
      return amount.compareTo(refunded) <= 0;
    }
  }
}
