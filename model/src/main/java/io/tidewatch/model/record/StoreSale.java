package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sale at a store's till; {@code memberId} links it to a person when a card was shown. */
public record StoreSale(
    Envelope envelope,
    String id,
    String storeId,
    Instant at,
    BigDecimal amount,
    String currency,
    @Nullable String memberId)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "store_sale";
  }
}
