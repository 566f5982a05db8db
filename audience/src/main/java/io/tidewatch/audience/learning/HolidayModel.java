package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.answer.HolidayNote;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

  /** What it is and rests on, with at most so many effects. */
  HolidayNote note(int effects, Wording wording, Locale lang) {
    int positives = sample.sample().positives();
    return new HolidayNote(
        topics.run().id(),
        topics.run().start(),
        topics.run().end(),
        topics.words(),
        topics.categories(),
        positives,
        sample.sample().size() - positives,
        fusion.holidayWeight(),
        fusion.scale().name().toLowerCase(Locale.ROOT),
        fusion.milestones(),
        notes(wording),
        scorer.effects().stream().limit(effects).map(e -> e.words(lang)).toList(),
        scorer.card());
  }

  private List<Reason> notes(Wording wording) {
    var notes = new ArrayList<Reason>();
    if (topics.categories().isEmpty()) {
      notes.add(Reason.of(
          "no-holiday-words",
          wording.say(
              "去年该节日没有足够多人搜索的节日词,以品牌所在类目代替节日类目",
              "Too few searched any word of the holiday last year; the brand's own categories stand"
                  + " for the holiday's")));
    }
    if (fusion.trials().isEmpty()) {
      notes.add(Reason.of(
          "untuned-fusion",
          wording.say(
              "去年节日之前的数据不足,无法选择融合权重,日常模型与节日模型各占一半",
              "Too little before last year's run to choose a weight by; the daily and the holiday"
                  + " model weigh the same")));
    }
    return notes;
  }
}
