package io.tidewatch.audience;

import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import java.util.Arrays;

/**
 * What was learned from a run of a holiday, and how it joins the daily model. It speaks of users who
 * did something in the holiday's categories lately, as all of its sample did; of others it knows
 * nothing and gives them the chance of the sample's average user.
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

  /** Probability to buy in a population mixed as the sample, one a user of the universe. */
  double[] scores(HolidayColumns columns) {
    return spoken(scorer.scores(columns.table()), columns);
  }

  /** Scores of another model of the sample, with the average for those of whom it knows nothing. */
  double[] spoken(double[] scores, HolidayColumns columns) {
    Sample learned = sample.sample();
    double[] all = new double[scores.length];
    Arrays.fill(all, (double) learned.positives() / learned.size());
    columns.active(days).stream().forEach(row -> all[row] = scores[row]);
    return all;
  }
}
