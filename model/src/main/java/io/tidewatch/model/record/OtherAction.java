package io.tidewatch.model.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a user did that no other type of record names, such as {@code login} or {@code
 * brand_filter}. It is kept and counted by its name, and no figure is made of it.
 *
 * @param action the sender's name for it
 * @param productId what it was done to, when that is a product
 */
public record OtherAction(
    Envelope envelope,
    String id,
    String userId,
    Instant at,
    String action,
    @Nullable String productId,
    @Nullable String queryId,
    @Nullable String channel)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "action";
  }
}
