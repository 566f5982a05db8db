package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An advertisement was shown to a user, or clicked by one.
 *
 * @param clicked true for {@code ad_click}, false for {@code ad_exposure}
 * @param cost what this event cost the advertiser; null when billed otherwise
 */
public record AdEvent(
    Envelope envelope,
    boolean clicked,
    String id,
    String userId,
    Instant at,
    String campaignId,
    String brandId,
    @Nullable String productId,
    @Nullable BigDecimal cost,
    @Nullable String currency,
    @Nullable String query)
    implements BehaviorRecord {

  @Override
  public String type() {
    return clicked ? "ad_click" : "ad_exposure";
  }
}
