package io.tidewatch.model.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user met a product or brand: saw, opened, clicked, kept, followed or shared it.
 *
 * @param position 1-based place in the list it was shown in; null when unknown
 */
public record Interaction(
    Envelope envelope,
    Action action,
    String id,
    String userId,
    Instant at,
    @Nullable String productId,
    @Nullable String brandId,
    @Nullable String queryId,
    @Nullable Integer position,
    @Nullable String channel)
    implements BehaviorRecord {

  /** The kinds of meeting, named as in the {@code type} field. */
  public enum Action {
    IMPRESSION("impression"),
    VIEW("view"),
    CLICK("click"),
    FAVORITE("favorite"),
    CART("cart"),
    FOLLOW("follow"),
    SHARE("share");

    private final String type;

    Action(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }

  @Override
  public String type() {
    return action.type();
  }
}
