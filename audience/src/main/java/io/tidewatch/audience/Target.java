package io.tidewatch.audience;

import java.util.Set;

/** Whom a target audience (TA) consists of. */
public sealed interface Target {

  /** The buyers of a brand of the catalogue; too few of them are joined by its engaged users. */
  record OfBrand(String brandId) implements Target {}

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
}
