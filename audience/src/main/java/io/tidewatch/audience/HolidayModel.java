package io.tidewatch.audience;

import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Scorer;
import java.util.BitSet;

/**
 * What was learned from a run of a holiday, and how it joins the daily model. It speaks of users who
 * did something in the holiday's categories lately, as its sample did; it knows nothing of others, so
 * they keep what the daily model says.
 *
 * @param topics what the run was about
 * @param sample who was learned from
 * @param days how lately
 * @param fusion weight and scale; without trials when there was nothing to choose them by
 */
record HolidayModel(
    HolidayTopics topics, HolidaySample sample, long days, Scorer scorer, Fusion fusion) {

  /** What it sees of the users of a universe. */
  HolidayColumns columns(BrandMoment moment, RelativeColumns relative) {
    return new HolidayColumns(moment, relative, HolidaySamples.categories(topics, moment));
  }

  /**
   * Joined scores between 0 and 1, one a user of the universe.
   *
   * @param daily of the daily model
   */
  double[] fused(double[] daily, HolidayColumns columns) {
    return fusion.portions(daily, over(daily, scorer.scores(columns.table()), active(columns)));
  }

  /** Rows of users of whom it speaks. */
  BitSet active(HolidayColumns columns) {
    return columns.active(days);
  }

  /** Some numbers with others in their place in some rows. */
  static double[] over(double[] numbers, double[] others, BitSet rows) {
    double[] all = numbers.clone();
    rows.stream().forEach(row -> all[row] = others[row]);
    return all;
  }
}
