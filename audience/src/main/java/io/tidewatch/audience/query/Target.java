package io.tidewatch.audience.query;

import io.tidewatch.model.catalogue.Catalogue;
import java.util.Set;

/** Whom a target audience (TA) consists of. */
public sealed interface Target {

  /** The buyers of a brand of the catalogue; too few of them are joined by its engaged users. */
  record OfBrand(String brandId) implements Target {

    /**
     * Asks the catalogue for the brand.
     *
     * @throws IllegalArgumentException when it does not hold it
     */
    public void check(Catalogue catalogue) {
      if (catalogue.brand(brandId).isEmpty()) {
        throw new IllegalArgumentException(
            "brand: an id of the catalogue is required, got " + brandId);
      }
    }
  }

  /** Given users, such as a seed file. */
  record OfUsers(Set<String> userIds) implements Target {
    public OfUsers {
      userIds = Set.copyOf(userIds);
      if (userIds.isEmpty()) {
        throw new IllegalArgumentException("seed: at least one user id is required, got none");
      }
    }
  }

  /** Users of a saved segment. */
  record OfSegment(String name) implements Target {}

  /** Consented visitors of a store in the days before T. */
  record OfStore(String storeId, int days) implements Target {
    /** Where none is asked for. */
    public static final int DAYS = 30;

    /** At most. */
    public static final int MOST_DAYS = 730;

    public OfStore {
      if (storeId.isBlank()) {
        throw new IllegalArgumentException("store: an id is required, got nothing");
      }
      if (days < 1 || days > MOST_DAYS) {
        throw new IllegalArgumentException(
            "storeDays: a number from 1 to " + MOST_DAYS + " is required, got " + days);
      }
    }
  }
}
