package io.tidewatch.trend;

import io.tidewatch.model.trend.Interval3;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a key's count lies above its own expectation, in standard deviations of a normal
 * distribution: Φ⁻¹(1 − midP(N ≥ n)) for N negative binomial with mean E and variance V. The
 * definition is Tidewatch's own (FORMULAS §3).
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

  /** E; positive when anything was observed. */
  public double expected() {
    return expectation().mean();
  }

  /** Finite; 0 when nothing of the window was observed. */
  public double score() {
    Expectation e = expectation();
    return e.mean() > 0 ? new NegativeBinomial(e.mean(), e.variance()).midPScore(n) : 0;
  }

  /** The rate in the window against the rate before, calendar taken out. */
  public Interval3 growth() {
    return GrowthInterval.of(n, g * exposure, state.sum(), state.exposure());
  }

  /** Every input and intermediate value by its symbol, then the score. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("n", (double) n);
    values.put("F", exposure);
    values.put("A", state.sum());
    values.put("X", state.exposure());
    values.put("1/k", inverseK);
    values.put("g", g);
    values.put("E", expectation().mean());
    values.put("V", expectation().variance());
    values.put("score", score());
    return values;
  }

  private Expectation expectation() {
    return Expectation.of(exposure, state, inverseK, g);
  }
}
