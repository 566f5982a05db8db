package io.tidewatch.audience.formula;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How much more the target audience carries a feature than the rest of the base: the log-odds ratio
 * with an informative Dirichlet prior, δ = ln[(y₁+a)/(n₁+a₀−y₁−a)] − ln[(y₂+a)/(n₂+a₀−y₂−a)], its
 * variance about 1/(y₁+a) + 1/(y₂+a), a = a₀ times the base rate. Counts are users.
 *
 * <p>B. Monroe, M. Colaresi, K. Quinn, Fightin' Words, Political Analysis 16 (2008).
 *
 * @param delta δ
 * @param z δ in standard errors
 * @param p two-sided
 */
public record LogOdds(double delta, double z, double p) {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  /**
   * From counts of users; null when the target or the rest is empty, or all or none of the base
   * carry the feature.
   *
   * @param prior a₀, positive
   */
  public static @Nullable LogOdds of(
      int carriers, int target, int baseCarriers, int base, double prior) {
    int rest = base - target;
    int restCarriers = baseCarriers - carriers;
    if (target == 0 || rest == 0 || baseCarriers == 0 || baseCarriers == base) {
      return null;
    }
    double a = prior * baseCarriers / base;
    double delta = Math.log((carriers + a) / (target + prior - carriers - a))
        - Math.log((restCarriers + a) / (rest + prior - restCarriers - a));
    double z = delta / Math.sqrt(1 / (carriers + a) + 1 / (restCarriers + a));
    return new LogOdds(delta, z, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }
}
