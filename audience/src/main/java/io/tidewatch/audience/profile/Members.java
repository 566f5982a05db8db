package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.model.group.GroupMemory;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The users of a base under keys and numbers that outlast the reading: a user's number among packed
 * facts is another one at every time. Immutable.
 */
final class Members {
  private static final int NONE = -1;

  private final long[] keys;
  private final int[] numbers;
  private final int[] users;

  private Members(long[] keys, int[] numbers, int[] users) {
    this.keys = keys;
    this.numbers = numbers;
    this.users = users;
  }

  /** {@code key} of a user's id, the same at all times. */
  static Members of(UserFacts facts, UserSet base, ToLongFunction<String> key, GroupMemory memory) {
    int[] active = base.toArray();
    long[] activeKeys = IntStream.of(active)
        .mapToLong(user -> key.applyAsLong(facts.userId(user)))
        .toArray();
    int[] found = memory.numbers(activeKeys);
    long[] keys = new long[facts.users()];
    int[] numbers = new int[facts.users()];
    int[] users = new int[Arrays.stream(found).max().orElse(NONE) + 1];
    Arrays.fill(numbers, NONE);
    Arrays.fill(users, NONE);
    for (int i = 0; i < active.length; i++) {
      keys[active[i]] = activeKeys[i];
      numbers[active[i]] = found[i];
      users[found[i]] = active[i];
    }
    return new Members(keys, numbers, users);
  }

  /** Users of the base by the numbers of the memory. */
  UserSet lasting(UserSet group) {
    int[] lasting =
        IntStream.of(group.toArray()).map(user -> numbers[user]).sorted().toArray();
    return UserSet.of(lasting);
  }

  /** Users by their numbers here; who is not in the base is left out. */
  UserSet here(UserSet lasting) {
    int[] here = IntStream.of(lasting.toArray())
        .filter(number -> number < users.length && users[number] != NONE)
        .map(number -> users[number])
        .sorted()
        .toArray();
    return UserSet.of(here);
  }

  /** The key of a cell: the sum of its users' keys, so that one user more makes another key. */
  long key(UserSet cell) {
    long[] sum = new long[1];
    cell.forEach(user -> sum[0] += keys[user]);
    return sum[0];
  }
}
