package io.tidewatch.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * Intervals of raised rate after Kleinberg's two-state automaton [Kleinberg 2002], in its batched
 * form with Poisson counts: state 0 expects the key's base rate, state 1 expects s = 2 times it,
 * and entering state 1 costs γ·ln(T), γ = 1, T the number of steps. The cheapest path is found by
 * dynamic programming.
 */
final class KleinbergBursts {
  static final double S = 2;
  static final double GAMMA = 1;

  /**
   * A burst over steps [start, end).
   *
   * @param weight cost saved against staying in state 0
   */
  record Burst(int start, int end, double weight) {}

  private KleinbergBursts() {}

  /**
   * @param counts units of each step
   * @param expected units expected at the base rate; 0 where nothing was observed
   */
  static List<Burst> of(double[] counts, double[] expected) {
    int steps = counts.length;
    double enter = GAMMA * Math.log(Math.max(2, steps));
    boolean[][] fromRaised = new boolean[2][steps];
    double calm = 0;
    double raised = enter;
    for (int t = 0; t < steps; t++) {
      double calmCost = cost(counts[t], expected[t]);
      double raisedCost = cost(counts[t], S * expected[t]);
      fromRaised[0][t] = t > 0 && raised < calm;
      fromRaised[1][t] = t > 0 && raised <= calm + enter;
      double nextCalm = Math.min(calm, t > 0 ? raised : calm) + calmCost;
      double nextRaised = (t > 0 ? Math.min(raised, calm + enter) : enter) + raisedCost;
      calm = nextCalm;
      raised = nextRaised;
    }
    boolean[] state = new boolean[steps];
    boolean current = raised < calm;
    for (int t = steps - 1; t >= 0; t--) {
      state[t] = current;
      current = fromRaised[current ? 1 : 0][t];
    }
    return intervals(state, counts, expected);
  }

  private static List<Burst> intervals(boolean[] state, double[] counts, double[] expected) {
    var bursts = new ArrayList<Burst>();
    int start = -1;
    double weight = 0;
    for (int t = 0; t <= state.length; t++) {
      boolean on = t < state.length && state[t];
      if (on) {
        start = start < 0 ? t : start;
        weight += cost(counts[t], expected[t]) - cost(counts[t], S * expected[t]);
      } else if (start >= 0) {
        bursts.add(new Burst(start, t, weight));
        start = -1;
        weight = 0;
      }
    }
    return bursts;
  }

  /** −ln of the Poisson probability, without the part that no state changes. */
  private static double cost(double count, double expected) {
    return expected <= 0 ? 0 : expected - count * Math.log(expected);
  }
}
