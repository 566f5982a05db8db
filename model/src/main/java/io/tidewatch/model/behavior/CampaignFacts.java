package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.Set;
import java.util.function.Consumer;

/** What the behaviour store knows of campaigns. Safe from any thread. */
@FunctionalInterface
public interface CampaignFacts {

  /**
   * Calls {@code sink} once an exposure or click of the window that names one of these campaigns,
   * ordered by user, time, clicks first, and id; a sink must not call the store.
   *
   * @throws StoreUnavailableException when the store cannot be read
   */
  void advertisements(Window window, Set<String> campaignIds, Consumer<AdFact> sink);
}
