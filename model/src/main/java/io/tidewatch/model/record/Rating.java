package io.tidewatch.model.record;

import java.time.Instant;

/** Stars given to a product without a text. {@code stars} is 1 to 5. */
public record Rating(
    Envelope envelope, String id, String userId, Instant at, String productId, int stars)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "rating";
  }
}
