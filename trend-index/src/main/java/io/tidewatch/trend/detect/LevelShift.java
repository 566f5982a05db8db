package io.tidewatch.trend.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A key that has settled at a new level: one change of a Poisson rate with Gamma priors [Raftery and
 * Akman: Bayesian Analysis of a Poisson Process with a Change-Point, Biometrika 1986]. Every step
 * is tried as the change; the best is kept when both sides are long enough, the factor is large
 * enough and the evidence against no change, ln of the Bayes factor divided by the dispersion, is
 * strong. A burst that is over is no new level, because it lies inside one side and raises the
 * dispersion.
 *
 * @param since first step of the new level
 * @param steps number of steps
 * @param before units for each unit expected before
 * @param after the same since then
 * @param dispersion Pearson's χ² over its degrees of freedom, at least 1
 * @param evidence ln of the Bayes factor over the dispersion
 */
public record LevelShift(
    int since, int steps, double before, double after, double dispersion, double evidence) {
  /** Steps that either side needs. */
  public static final int LEAST_STEPS = 7;

  /** Least factor between the levels, either way. */
  public static final double LEAST_FACTOR = 1.5;

  /** Least evidence: ln 150, "very strong" on the scale of Kass and Raftery (1995). */
  public static final double LEAST_EVIDENCE = Math.log(150);

  private static final double PRIOR = 0.5;

  /**
   * The level shift of a series, if it has one.
   *
   * @param counts units of each step, such as a day, the present last
   * @param exposure what an unchanged key should gather in each step in proportion, such as observed
   *     hours times their profile; 0 where nothing was observed
   * @throws IllegalArgumentException for arrays of different lengths
   */
  public static Optional<LevelShift> of(double[] counts, double[] exposure) {
    Sums all = Sums.of(counts, exposure, 0, counts.length);
    LevelShift best = null;
    for (int t = LEAST_STEPS; t <= counts.length - LEAST_STEPS; t++) {
      Sums left = Sums.of(counts, exposure, 0, t);
      Sums right = Sums.of(counts, exposure, t, counts.length);
      if (left.steps < LEAST_STEPS || right.steps < LEAST_STEPS) {
        continue;
      }
      double mean = all.rate();
      double factor =
          left.evidence(mean) + right.evidence(mean) - all.evidence(mean) - Math.log(counts.length);
      double dispersion = Math.max(
          1,
          (left.chiSquare(counts, exposure) + right.chiSquare(counts, exposure))
              / Math.max(1, left.steps + right.steps - 2));
      double evidence = factor / dispersion;
      if (best == null || evidence > best.evidence) {
        best = new LevelShift(t, counts.length, left.rate(), right.rate(), dispersion, evidence);
      }
    }
    return Optional.ofNullable(best).filter(LevelShift::holds);
  }

  /** The new level over the old one; above 1 when it is higher. */
  public double factor() {
    return after / before;
  }

  private boolean holds() {
    double factor = factor();
    return evidence >= LEAST_EVIDENCE && Math.max(factor, 1 / factor) >= LEAST_FACTOR;
  }

  /** Every input that decided, then the factor and the evidence. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("since", (double) since);
    values.put("steps", (double) steps);
    values.put("before", before);
    values.put("after", after);
    values.put("dispersion", dispersion);
    values.put("factor", factor());
    values.put("evidence", evidence);
    return values;
  }

  private record Sums(int from, int to, int steps, double units, double exposure) {
    static Sums of(double[] counts, double[] exposure, int from, int to) {
      if (counts.length != exposure.length) {
        throw new IllegalArgumentException("exposure: one for each of "
            + counts.length
            + " counts is required, got "
            + exposure.length);
      }
      int steps = 0;
      double units = 0;
      double sum = 0;
      for (int t = from; t < to; t++) {
        if (exposure[t] > 0) {
          steps++;
          units += counts[t];
          sum += exposure[t];
        }
      }
      return new Sums(from, to, steps, units, sum);
    }

    /** Half a unit more, so that a silent side has a rate. */
    double rate() {
      return (units + PRIOR) / Math.max(exposure, Double.MIN_NORMAL);
    }

    /** ln of the marginal probability of the counts, without what all divisions share. */
    double evidence(double mean) {
      double b = PRIOR / mean;
      return LogGamma.value(PRIOR + units)
          - LogGamma.value(PRIOR)
          + PRIOR * Math.log(b)
          - (PRIOR + units) * Math.log(b + exposure);
    }

    double chiSquare(double[] counts, double[] exposures) {
      double sum = 0;
      for (int t = from; t < to; t++) {
        double m = rate() * exposures[t];
        sum += m > 0 ? (counts[t] - m) * (counts[t] - m) / m : 0;
      }
      return sum;
    }
  }
}
