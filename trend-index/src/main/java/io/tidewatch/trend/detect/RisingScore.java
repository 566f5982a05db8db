package io.tidewatch.trend.detect;

import io.tidewatch.model.trend.Interval3;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a key's count lies above its own expectation and above what is no news for any key, in
 * standard deviations of a normal distribution: Φ⁻¹(1 − midP(N ≥ n)) for N negative binomial with
 * mean E + ε·F and variance V. The definition is Tidewatch's own (FORMULAS §3).
 *
 * @param n units counted in the window
 * @param exposure F
 * @param state A and X
 * @param inverseK 1/k
 * @param g the calendar's factor
 */
public record RisingScore(long n, double exposure, GammaPoisson state, double inverseK, double g) {

  static RisingScore of(long n, double exposure, GammaPoisson state, double inverseK, double g) {
    return new RisingScore(n, exposure, state, inverseK, g);
  }

  /** E, without ε; positive when anything was observed. */
  public double expected() {
    return Expectation.of(exposure, state, inverseK, g).mean();
  }

  /** Finite; 0 when nothing of the window was observed. */
  public double score() {
    Expectation e = news();
    return e.mean() > 0 ? new NegativeBinomial(e.mean(), e.variance()).midPScore(n) : 0;
  }

  /** The rate in the window against the rate before, calendar taken out. */
  public Interval3 growth() {
    return GrowthInterval.of(n, g * exposure, state.sum(), state.exposure());
  }

  /** Every input and intermediate value by its symbol, then the score and the growth. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("n", (double) n);
    values.put("F", exposure);
    values.put("A", state.sum());
    values.put("X", state.exposure());
    values.put("1/k", inverseK);
    values.put("g", g);
    values.put("E", expected());
    values.put("E+εF", news().mean());
    values.put("V", news().variance());
    values.put("score", score());
    if (exposure > 0) {
      Interval3 growth = growth();
      values.put("growth.low", growth.low());
      values.put("growth.mid", growth.mid());
      values.put("growth.high", growth.high());
    }
    return values;
  }

  private Expectation news() {
    return Expectation.news(exposure, state, inverseK, g);
  }
}
