package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;

/** Money given back on an order line; several refunds of one order add up. */
public record Refund(
    Envelope envelope,
    String id,
    String orderId,
    String userId,
    Instant at,
    BigDecimal amount,
    String currency)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "refund";
  }
}
