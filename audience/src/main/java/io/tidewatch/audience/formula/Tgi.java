package io.tidewatch.audience.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Target group index: 100·P(F|TA)/P(F), above 100 where the target audience carries a feature more
 * than the base does. Its bounds, together 90 %, are 100·BetaInv(0.05 and 0.95; y + mq,
 * n − y + m(1−q))/q, q the base rate, m users that it is worth: they lean towards 100, so a value
 * from few users may lie outside them.
 *
 * @param tgi null when nobody of the base carries the feature or the target is empty
 * @param low null as well when everybody does
 * @param high null when {@code low} is
 */
public record Tgi(
    @Nullable Double tgi, @Nullable Double low, @Nullable Double high) {

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
      return new Tgi(null, null, null);
    }
    double q = (double) baseCarriers / base;
    double tgi = 100.0 * carriers / target / q;
    if (baseCarriers >= base) {
      return new Tgi(tgi, null, null);
    }
    var share = BetaDistribution.of(carriers + prior * q, target - carriers + prior * (1 - q));
    return new Tgi(
        tgi,
        100 * share.inverseCumulativeProbability(0.05) / q,
        100 * share.inverseCumulativeProbability(0.95) / q);
  }
}
