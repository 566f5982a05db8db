package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A coupon was issued or redeemed. */
public record Coupon(
    Envelope envelope,
    String id,
    @Nullable String userId,
    @Nullable String storeId,
    boolean redeemed,
    BigDecimal value,
    Instant at)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "coupon";
  }
}
