package io.tidewatch.audience.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Target group index: 100·P(F|TA)/P(F), above 100 where the target audience carries a feature more
 * than the base does. The lower bound is 100·BetaInv(0.05; y + mq, n − y + m(1−q))/q, q the base
 * rate, m users that it is worth.
 *
 * @param tgi null when nobody of the base carries the feature or the target is empty
 * @param low null as well when everybody does
 */
public record Tgi(@Nullable Double tgi, @Nullable Double low) {

  /**
   * From counts of users.
   *
   * @param carriers users of the target with the feature (y)
   * @param target users of the target (n)
   * @param baseCarriers users of the base with the feature
   * @param base users of the base
   * @param prior m, positive
   */
  public static Tgi of(int carriers, int target, int baseCarriers, int base, double prior) {
    if (target == 0 || baseCarriers == 0) {
      return new Tgi(null, null);
    }
    double q = (double) baseCarriers / base;
    double tgi = 100.0 * carriers / target / q;
    if (baseCarriers >= base) {
      return new Tgi(tgi, null);
    }
    double low = BetaDistribution.of(carriers + prior * q, target - carriers + prior * (1 - q))
        .inverseCumulativeProbability(0.05);
    return new Tgi(tgi, 100 * low / q);
  }
}
