package io.tidewatch.model.record;

import java.time.Instant;

/** Something a user, a shop or a campaign did at a known time. */
public sealed interface BehaviorRecord extends DataRecord
    permits Search,
        Interaction,
        OtherAction,
        Rating,
        Order,
        Refund,
        AdEvent,
        KeywordStats,
        Sensor,
        StoreSale,
        Coupon {

  /** Event time (UTC). */
  Instant at();
}
