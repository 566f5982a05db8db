package io.tidewatch.audience;

import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;

/**
 * What was learned from a run of a holiday, and how it joins the daily model.
 *
 * @param topics what the run was about
 * @param sample who was learned from
 * @param fusion weight and scale; without trials when there was nothing to choose them by
 */
record HolidayModel(HolidayTopics topics, HolidaySample sample, Scorer scorer, Fusion fusion) {

  /** One a user of the universe: probability to buy in a population mixed as the sample. */
  double[] scores(BrandMoment moment, RelativeColumns relative) {
    UserTable table =
        new HolidayColumns(moment, relative, HolidaySamples.categories(topics, moment)).table();
    return scorer.scores(table);
  }
}
