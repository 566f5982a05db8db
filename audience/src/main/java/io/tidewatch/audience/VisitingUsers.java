package io.tidewatch.audience;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.identity.StoreVisitors;
import io.tidewatch.audience.query.Target;
import java.util.BitSet;
import java.util.List;

/**
 * The users behind a store's consented visitors.
 *
 * @param persons how many visitors consented, at least 1
 * @param users those who did anything
 * @param outside visitors who did nothing lately
 */
record VisitingUsers(int persons, UserSet users, int outside) {

  /**
   * Reads them as of a snapshot.
   *
   * @throws NoAudienceException when nobody consented
   */
  static VisitingUsers of(Target.OfStore store, Snapshot snapshot) {
    UserFacts facts = snapshot.facts();
    StoreVisitors visitors =
        snapshot.persons().visitors(store.storeId(), store.days(), facts.asOf());
    if (visitors.persons().isEmpty()) {
      throw new NoAudienceException("store: a visitor of the "
          + store.days()
          + " days before "
          + facts.asOf()
          + " whose device is tied to an account and who consented to wifi is required, got none"
          + " among "
          + visitors.devices()
          + " devices in "
          + store.storeId()
          + " (left out: "
          + visitors.refused()
          + ")");
    }
    int outside = 0;
    var users = new BitSet();
    for (List<String> ids : visitors.persons()) {
      int[] own = ids.stream()
          .mapToInt(facts::user)
          .filter(user -> user != Names.NONE)
          .sorted()
          .toArray();
      outside += UserSet.of(own).and(snapshot.base()).isEmpty() ? 1 : 0;
      for (int user : own) {
        users.set(user);
      }
    }
    return new VisitingUsers(
        visitors.persons().size(), UserSet.of(users.stream().toArray()), outside);
  }
}
