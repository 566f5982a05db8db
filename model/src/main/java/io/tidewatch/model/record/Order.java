package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One paid order line.
 *
 * @param quantity pieces, at least 1
 * @param amount total of the line, not negative
 * @param currency ISO 4217 code
 * @param queryId the search that led here, when the shop tracks it
 */
public record Order(
    Envelope envelope,
    String id,
    String userId,
    Instant at,
    String productId,
    int quantity,
    BigDecimal amount,
    String currency,
    @Nullable String queryId)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "order";
  }
}
