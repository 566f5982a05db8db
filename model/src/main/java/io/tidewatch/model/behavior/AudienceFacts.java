package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the behaviour store tells about users. Nothing at or after the end of the window is read:
 * not an event, not a refund of an earlier order, not an attribute. A correction of an earlier event
 * replaces it whenever it came, because a time means event time. Safe from any thread. Every method
 * may throw {@link StoreUnavailableException}.
 */
public interface AudienceFacts {

  /**
   * Calls {@code sink} once an event, ordered by user, time, action and id. The order of users is
   * that of the code points of their ids, here and below.
   */
  void audienceFacts(Window window, Consumer<AudienceFact> sink);

  /** Searches that showed a product of one of these brands, ordered by user, time, id and brand. */
  void shownBrands(Window window, Set<String> brandIds, Consumer<ShownBrand> sink);

  /** What was told of users in the window, ordered by user, time and name. */
  void userAttributes(Window window, Consumer<UserAttribute> sink);
}
