package io.tidewatch.audience.aipl;

import io.tidewatch.audience.facts.UserSet;

/**
 * How many users went from which state to which between two times. Immutable.
 */
public final class Transitions {
  private static final int STATES = AiplState.values().length;

  private final int[][] counts;

  private Transitions(int[][] counts) {
    this.counts = counts;
  }

  /** Of the users of {@code population}, numbered alike in both. */
  public static Transitions between(BrandStates before, BrandStates after, UserSet population) {
    if (before.users() != after.users()) {
      throw new IllegalArgumentException("states: of the same users are required, got "
          + before.users() + " and " + after.users());
    }
    int[][] counts = new int[STATES][STATES];
    population.forEach(
        user -> counts[before.state(user).depth()][after.state(user).depth()]++);
    return new Transitions(counts);
  }

  public int count(AiplState from, AiplState to) {
    return counts[from.depth()][to.depth()];
  }

  /** Users who were in that state before. */
  public int from(AiplState state) {
    int sum = 0;
    for (int count : counts[state.depth()]) {
      sum += count;
    }
    return sum;
  }

  /** Users who are in the state now and were in O before. */
  public int entered(AiplState state) {
    return count(AiplState.O, state);
  }

  /** Users who were in a state and are in a shallower one now. */
  public int fell(AiplState state) {
    int sum = 0;
    for (int to = 0; to < state.depth(); to++) {
      sum += counts[state.depth()][to];
    }
    return sum;
  }

  /** Users of a state who went to {@code least} or deeper. */
  public Deepening deepening(AiplState from, AiplState least) {
    int reached = 0;
    for (int to = least.depth(); to < STATES; to++) {
      reached += counts[from.depth()][to];
    }
    return Deepening.of(from, least, from(from), reached);
  }
}
