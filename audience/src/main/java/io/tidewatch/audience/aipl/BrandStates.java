package io.tidewatch.audience.aipl;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The state of every numbered user towards a brand at a time, with what it rests on and how
 * long ago the user fell out of deeper ones. Immutable and safe from any thread.
 */
public final class BrandStates {
  /** How long ago a state is that a user never left. */
  public static final int NEVER = -1;

  private static final AiplState[] STATES = AiplState.values();

  private final byte[] states;
  private final short[] evidence;
  private final int[][] leftAgo;

  /** {@code leftAgo} by depth of the state, then by user. */
  BrandStates(byte[] states, short[] evidence, int[][] leftAgo) {
    this.states = states;
    this.evidence = evidence;
    this.leftAgo = leftAgo;
  }

  public int users() {
    return states.length;
  }

  public AiplState state(int user) {
    return STATES[states[user]];
  }

  /** The states as ordinals of {@link AiplState}, one byte a user; a copy. */
  public byte[] toArray() {
    return states.clone();
  }

  /** What the states up to the user's own rest on, deepest last; empty for O. */
  public List<Evidence> evidence(int user) {
    var found = new ArrayList<Evidence>();
    for (Evidence e : Evidence.values()) {
      if ((evidence[user] & e.bit()) != 0) {
        found.add(e);
      }
    }
    return found;
  }

  /**
   * Seconds since the user fell out of a state deeper than the present one; {@link #NEVER} when that
   * never happened.
   */
  public int leftAgo(int user, AiplState state) {
    return leftAgo[state.depth()][user];
  }

  /** Users in that state. */
  public UserSet in(AiplState state) {
    var users = new UserSet.Builder();
    for (int user = 0; user < states.length; user++) {
      if (states[user] == state.depth()) {
        users.add(user);
      }
    }
    return users.build();
  }

  /** Users who fell out of that state within {@code days} and are in a shallower one. */
  public UserSet left(AiplState state, int days) {
    var users = new UserSet.Builder();
    int[] ago = leftAgo[state.depth()];
    for (int user = 0; user < ago.length; user++) {
      if (ago[user] != NEVER && ago[user] <= (long) days * UserFacts.DAY) {
        users.add(user);
      }
    }
    return users.build();
  }

  /** Users of {@code population} by state; every state is a key. */
  public Map<AiplState, Integer> counts(UserSet population) {
    int[] counts = new int[STATES.length];
    population.forEach(user -> counts[states[user]]++);
    var byState = new EnumMap<AiplState, Integer>(AiplState.class);
    for (AiplState state : STATES) {
      byState.put(state, counts[state.depth()]);
    }
    return byState;
  }

  /** Users of {@code population} by evidence; evidence that nobody gave is left out. */
  public Map<Evidence, Integer> evidence(UserSet population) {
    int[] counts = new int[Evidence.values().length];
    population.forEach(user -> {
      for (Evidence e : Evidence.values()) {
        counts[e.place()] += (evidence[user] & e.bit()) == 0 ? 0 : 1;
      }
    });
    var byEvidence = new EnumMap<Evidence, Integer>(Evidence.class);
    for (Evidence e : Evidence.values()) {
      if (counts[e.place()] > 0) {
        byEvidence.put(e, counts[e.place()]);
      }
    }
    return byEvidence;
  }
}
