package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Intervals of raised rate after Kleinberg's two-state automaton [Kleinberg: Bursty and Hierarchical Structure in
 * Streams, KDD 2002], in its batched
 * form with Poisson counts: state 0 expects the key's base rate, state 1 expects s = 2 times it,
 * and entering state 1 costs γ·ln(T), γ = 1, T the number of steps. The cheapest path is found by
 * dynamic programming.
 */
public final class KleinbergBursts {
  /** How much louder than the base rate a burst is. */
  public static final double S = 2;

  /** Cost of entering a burst in units of ln(T). */
  public static final double GAMMA = 1;

  /**
   * A burst over steps [start, end).
   *
   * @param steps T, the number of steps that were looked at
   * @param units counted in the burst
   * @param expected units expected in it at the base rate
   * @param weight cost saved against staying in state 0
   */
  public record Burst(int start, int end, int steps, double units, double expected, double weight) {

    /** What entering a burst costs: γ·ln(T). */
    public double entering() {
      return enter(steps);
    }

    /** s, γ and every input, then the weight: units·ln(s) − (s−1)·expected. */
    public Map<String, Double> explain() {
      var values = new LinkedHashMap<String, Double>();
      values.put("s", S);
      values.put("γ", GAMMA);
      values.put("T", (double) steps);
      values.put("entering", entering());
      values.put("start", (double) start);
      values.put("end", (double) end);
      values.put("units", units);
      values.put("expected", expected);
      values.put("weight", weight);
      return values;
    }
  }

  private KleinbergBursts() {}

  /**
   * The bursts in order of time; empty counts give none.
   *
   * @param counts units of each step
   * @param expected units expected at the base rate; 0 where nothing was observed
   */
  public static List<Burst> of(double[] counts, double[] expected) {
    int steps = counts.length;
    double enter = enter(steps);
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

  private static double enter(int steps) {
    return GAMMA * Math.log(Math.max(2, steps));
  }

  private static List<Burst> intervals(boolean[] state, double[] counts, double[] expected) {
    var bursts = new ArrayList<Burst>();
    int start = -1;
    double units = 0;
    double base = 0;
    double weight = 0;
    for (int t = 0; t <= state.length; t++) {
      boolean on = t < state.length && state[t];
      if (on) {
        start = start < 0 ? t : start;
        units += counts[t];
        base += expected[t];
        weight += cost(counts[t], expected[t]) - cost(counts[t], S * expected[t]);
      } else if (start >= 0) {
        bursts.add(new Burst(start, t, state.length, units, base, weight));
        start = -1;
        units = 0;
        base = 0;
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
