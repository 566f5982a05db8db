package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;

/**
 * The marketer's rule: who searched, clicked or viewed the brand's categories in 30 days, the latest
 * first.
 */
final class CategoryRule {
  static final String NAME = "rule";

  private static final int DAYS = 30;

  private CategoryRule() {}

  /** One a user of the universe, in order; −1 for who did not. */
  static double[] scores(BrandMoment moment) {
    var lately = LatelyDone.of(moment.brief());
    int place = LatelyDone.names(true).indexOf(LatelyDone.SOUGHT);
    int[] universe = moment.universe().toArray();
    double[] scores = new double[universe.length];
    for (int i = 0; i < scores.length; i++) {
      double days = lately.numbers(universe[i], true)[place];
      scores[i] = days <= DAYS ? DAYS - days : -1;
    }
    return scores;
  }
}
