package io.tidewatch.benchmarks;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.List;

/** Users {@code u0} and {@code u1} are one person, {@code u2} and {@code u3} another one, and so on. */
record PairedUsers(int size) implements PersonGroups {
  @Override
  public int groupOf(String userId) {
    return Integer.parseInt(userId, 1, userId.length(), 10) / 2;
  }

  @Override
  public int find(String personOrValue) {
    return groupOf(personOrValue);
  }

  @Override
  public List<Identifier> identifiers(int group) {
    return List.of(
        new Identifier(IdentifierKinds.ACCOUNT, "u" + 2 * group),
        new Identifier(IdentifierKinds.ACCOUNT, "u" + (2 * group + 1)));
  }
}
