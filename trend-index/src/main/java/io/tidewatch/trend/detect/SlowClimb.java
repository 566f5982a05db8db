package io.tidewatch.trend.detect;

import io.tidewatch.model.trend.Interval3;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rise too slow for any window: the slope of a quasi-Poisson regression of the counts on time, with
 * the expected rhythm as offset, so that season is no slope [McCullagh and Nelder: Generalized
 * Linear Models, 2nd edition, chapters 6 and 9]. It climbs when the lower bound of the slope is
 * above zero. Counts above mean + 3·sd enter with that, so that one loud day is no climb.
 *
 * @param slope ln of the growth a step
 * @param error standard error of the slope, dispersion taken in
 * @param dispersion Pearson's χ² over its degrees of freedom, at least 1
 * @param steps steps that were observed
 */
public record SlowClimb(double slope, double error, double dispersion, int steps) {
  /** Steps that must be observed. */
  public static final int LEAST_STEPS = 21;

  private static final double ONE_SIDED = 1.6448536269514722;
  private static final int ROUNDS = 50;

  /**
   * Fits the slope; none for fewer than {@link #LEAST_STEPS} observed steps, fewer than ten units or
   * a fit that does not settle.
   *
   * @param counts units of each step, such as a day
   * @param exposure rhythm and observed part of each step, 0 where nothing was observed
   */
  public static Optional<SlowClimb> of(double[] counts, double[] exposure) {
    if (counts.length != exposure.length) {
      throw new IllegalArgumentException("exposure: one for each of "
          + counts.length
          + " counts is required, got "
          + exposure.length);
    }
    double units = 0;
    double total = 0;
    int steps = 0;
    for (int t = 0; t < counts.length; t++) {
      if (exposure[t] > 0) {
        units += counts[t];
        total += exposure[t];
        steps++;
      }
    }
    if (steps < LEAST_STEPS || units < 10) {
      return Optional.empty();
    }
    return fit(clipped(counts, exposure, units / total), exposure, steps);
  }

  private static double[] clipped(double[] counts, double[] exposure, double rate) {
    double[] clipped = counts.clone();
    for (int t = 0; t < counts.length; t++) {
      double m = rate * exposure[t];
      clipped[t] = Math.min(counts[t], m + 3 * Math.sqrt(m) + 1);
    }
    return clipped;
  }

  /** Newton's method on (a, b) of λ_t = x_t·exp(a + b·t), time centred. */
  private static Optional<SlowClimb> fit(double[] counts, double[] exposure, int steps) {
    double centre = (counts.length - 1) / 2.0;
    double b = 0;
    double variance = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      Moments m = Moments.of(counts, exposure, centre, b);
      double information = m.weight2 - m.weight1 * m.weight1 / m.weight0;
      double step =
          (m.score - m.units * m.weight1 / m.weight0) / (information * m.units / m.weight0);
      if (!Double.isFinite(step)) {
        return Optional.empty();
      }
      b += Math.clamp(step, -0.5, 0.5);
      if (Math.abs(step) < 1e-10) {
        variance = m.weight0 / (information * m.units);
        break;
      }
    }
    if (Double.isNaN(variance)) {
      return Optional.empty();
    }
    double dispersion = Math.max(1, pearson(counts, exposure, centre, b) / (steps - 2));
    return Optional.of(new SlowClimb(b, Math.sqrt(variance * dispersion), dispersion, steps));
  }

  private static double pearson(double[] counts, double[] exposure, double centre, double b) {
    Moments m = Moments.of(counts, exposure, centre, b);
    double a = Math.log(m.units / m.weight0);
    double sum = 0;
    for (int t = 0; t < counts.length; t++) {
      double mean = exposure[t] * Math.exp(a + b * (t - centre));
      sum += mean > 0 ? (counts[t] - mean) * (counts[t] - mean) / mean : 0;
    }
    return sum;
  }

  /** Whether the lower 5 % bound of the slope is above zero. */
  public boolean climbs() {
    return slope - ONE_SIDED * error > 0;
  }

  /** Growth over {@code steps} steps as a factor, with its 5 and 95 % bounds. */
  public Interval3 growth(int steps) {
    return new Interval3(
        Math.exp(steps * (slope - ONE_SIDED * error)),
        Math.exp(steps * slope),
        Math.exp(steps * (slope + ONE_SIDED * error)));
  }

  /** Every input that decided, then the lower bound of the slope. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("slope", slope);
    values.put("error", error);
    values.put("dispersion", dispersion);
    values.put("steps", (double) steps);
    values.put("lower", slope - ONE_SIDED * error);
    return values;
  }

  /** Sums over steps: units, Σ t·n, and Σ w, Σ w·t, Σ w·t² with w = x·exp(b·t). */
  private record Moments(
      double units, double score, double weight0, double weight1, double weight2) {
    static Moments of(double[] counts, double[] exposure, double centre, double b) {
      double units = 0;
      double score = 0;
      double w0 = 0;
      double w1 = 0;
      double w2 = 0;
      for (int i = 0; i < counts.length; i++) {
        if (exposure[i] > 0) {
          double t = i - centre;
          double w = exposure[i] * Math.exp(b * t);
          units += counts[i];
          score += counts[i] * t;
          w0 += w;
          w1 += w * t;
          w2 += w * t * t;
        }
      }
      return new Moments(units, score, w0, w1, w2);
    }
  }
}
