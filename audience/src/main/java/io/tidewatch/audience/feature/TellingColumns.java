package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.identity.FieldRule;
import java.util.Arrays;
import java.util.List;

/** What was told of users, in flat arrays, then put in order of users with one value an attribute. */
final class TellingColumns {
  private int[] users = new int[64];
  private int[] names = new int[64];
  private int[] places = new int[64];
  private byte[] trusts = new byte[64];
  private long[] moments = new long[64];
  private int size;
  private int[] starts = new int[1];
  private int[] chosen = new int[0];

  /** Adds one value of an attribute, by number, under one id of a user. */
  void add(int user, int name, int place, int trust, long moment) {
    if (size == users.length) {
      int room = size * 2;
      users = Arrays.copyOf(users, room);
      names = Arrays.copyOf(names, room);
      places = Arrays.copyOf(places, room);
      trusts = Arrays.copyOf(trusts, room);
      moments = Arrays.copyOf(moments, room);
    }
    users[size] = user;
    names[size] = name;
    places[size] = place;
    trusts[size] = (byte) trust;
    moments[size++] = moment;
  }

  /** Sorts by user and chooses among values of joined users; {@code rules} by number of attribute. */
  void choose(UserFacts facts, List<FieldRule> rules) {
    int[] entries = byUser(facts.users());
    starts = new int[facts.users() + 1];
    chosen = new int[size];
    int kept = 0;
    int next = 0;
    for (int user = 0; user < facts.users(); user++) {
      int first = kept;
      boolean joined = facts.isJoined(user);
      for (; next < size && users[entries[next]] == user; next++) {
        int place = joined ? same(entries[next], first, kept) : kept;
        if (place == kept) {
          chosen[kept++] = entries[next];
        } else if (precedes(entries[next], chosen[place], rules)) {
          chosen[place] = entries[next];
        }
      }
      starts[user + 1] = kept;
    }
    chosen = Arrays.copyOf(chosen, kept);
    Arrays.setAll(chosen, i -> places[chosen[i]]);
  }

  private int[] byUser(int count) {
    int[] next = new int[count + 1];
    for (int i = 0; i < size; i++) {
      next[users[i] + 1]++;
    }
    for (int user = 0; user < count; user++) {
      next[user + 1] += next[user];
    }
    int[] entries = new int[size];
    for (int i = 0; i < size; i++) {
      entries[next[users[i]]++] = i;
    }
    return entries;
  }

  /** Where the same attribute is chosen already; {@code end} where it is not. */
  private int same(int entry, int from, int end) {
    int place = from;
    while (place < end && names[chosen[place]] != names[entry]) {
      place++;
    }
    return place;
  }

  private boolean precedes(int entry, int other, List<FieldRule> rules) {
    return rules
            .get(names[entry])
            .compare(trusts[entry], moments[entry], trusts[other], moments[other])
        < 0;
  }

  /** The first entry of each user, and the end. */
  int[] starts() {
    return starts;
  }

  /** The place of each entry's feature. */
  int[] places() {
    return chosen;
  }
}
