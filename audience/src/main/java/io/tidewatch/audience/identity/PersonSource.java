package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.PersonGroups;
import java.time.Instant;
import java.util.List;

/** Who is who for audiences, and who visited a store. Safe from any thread. */
public interface PersonSource {
  /** Every id is somebody of its own; there are no stores. */
  PersonSource APART = new PersonSource() {
    @Override
    public PersonGroups at(Instant asOf) {
      return PersonGroups.NONE;
    }

    @Override
    public long revision() {
      return 0;
    }

    @Override
    public FieldRule rule(String attribute) {
      return FieldRule.MOST_TRUSTED;
    }

    @Override
    public List<String> stores(Instant asOf) {
      return List.of();
    }

    @Override
    public StoreVisitors visitors(String storeId, int days, Instant asOf) {
      return StoreVisitors.NOBODY;
    }
  };

  /** Whose ids are one; no link at or after {@code asOf} is read. */
  PersonGroups at(Instant asOf);

  /** Another number after a change that may change an answer while the behaviour store does not. */
  long revision();

  /** Which value of an attribute counts where several ids of a person have one. */
  FieldRule rule(String attribute);

  /** Stores whose sensors saw a device before a time, in order. */
  List<String> stores(Instant asOf);

  /** Who visited a store in the {@code days} before a time and may be addressed as a visitor. */
  StoreVisitors visitors(String storeId, int days, Instant asOf);
}
