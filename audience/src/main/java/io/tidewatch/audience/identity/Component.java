package io.tidewatch.audience.identity;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.List;

/**
 * Identifiers of one person.
 *
 * @param members at least two, by kind, then value
 * @param founder the end of the earliest tie, its account if it has one
 * @param foundedAt time of the earliest tie
 */
record Component(List<Identifier> members, Identifier founder, Instant foundedAt) {

  Component {
    members = List.copyOf(members);
  }

  /** Values of one kind. */
  List<String> values(String kind) {
    return members.stream()
        .filter(m -> m.kind().equals(kind))
        .map(Identifier::value)
        .toList();
  }

  boolean has(String kind) {
    return members.stream().anyMatch(m -> m.kind().equals(kind));
  }
}
