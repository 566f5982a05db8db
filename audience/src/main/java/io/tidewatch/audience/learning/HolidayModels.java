package io.tidewatch.audience.learning;

import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Logistic;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;

/**
 * Learns from last year's run of a holiday, and chooses how that joins the daily model, on that run
 * alone. The daily model of its beginning, learned from the period before, and a holiday model
 * learned from one half of the people score the other half, and then the halves change; weight and
 * scale are those with the best PredictTA of what people did during the run. So neither model has
 * seen what it is judged by. For one thread.
 */
final class HolidayModels {
  /** At which PredictTA decides, of a sample in which one of twenty-one is a positive. */
  private static final double SHARE = 0.05;

  /** Each model weighs half. */
  static final Fusion EVEN = new Fusion(0.5, Fusion.Scale.LOG_ODDS, List.of());

  private final HolidaySamples samples;

  HolidayModels(HolidaySamples samples) {
    this.samples = samples;
  }

  /** The same as of the daily model. */
  static Ranker ranker() {
    return SelectionModels.together();
  }

  /**
   * For one brand.
   *
   * @throws NoAudienceException when nothing is known of the time before the run, or too few bought
   */
  HolidayModel learn(String brandId, HolidayRun run, Catalogue catalogue, long seed) {
    HolidaySample sample = samples.near(brandId, run, catalogue, seed);
    Scorer scorer;
    try {
      scorer = ranker().fit(sample.sample(), FitSettings.DEFAULT, seed);
    } catch (IllegalArgumentException e) {
      throw new NoAudienceException("holiday: who bought the brand and those near it during "
          + run.id()
          + " from "
          + run.start()
          + " on is too little to learn from: "
          + e.getMessage());
    }
    return new HolidayModel(
        samples.topics(run, catalogue, seed),
        sample,
        samples.days(),
        scorer,
        fusion(brandId, run, sample, catalogue, seed));
  }

  /** Half and half when there is too little before the run, or in a half of the people. */
  private Fusion fusion(
      String brandId, HolidayRun run, HolidaySample sample, Catalogue catalogue, long seed) {
    try {
      double[] daily = SelectionModels.together()
          .fit(samples.daily(brandId, run, catalogue, seed), FitSettings.DEFAULT, seed)
          .scores(sample.table().only(RelativeColumns.names()));
      return Fusion.pick(daily, crossed(sample, seed), sample.reached(), SHARE);
    } catch (NoAudienceException | IllegalArgumentException e) {
      return EVEN;
    }
  }

  /**
   * Scores of each half by what was learned from the other. A half with more buyers than the other
   * would get lower scores than it, as the other taught a lower rate: both models are shifted to the
   * same mean log-odds over all rows.
   */
  private static double[] crossed(HolidaySample sample, long seed) {
    double[] one = centred(ranker().fit(sample.sample(true), FitSettings.DEFAULT, seed), sample);
    double[] other = centred(ranker().fit(sample.sample(false), FitSettings.DEFAULT, seed), sample);
    double[] crossed = new double[one.length];
    for (int i = 0; i < crossed.length; i++) {
      crossed[i] = Logistic.of(sample.half()[i] ? other[i] : one[i]);
    }
    return crossed;
  }

  /** Log-odds less their mean over all rows. */
  private static double[] centred(Scorer scorer, HolidaySample sample) {
    double[] odds =
        Arrays.stream(scorer.scores(sample.table())).map(Logistic::logit).toArray();
    double mean = Arrays.stream(odds).average().orElse(0);
    return Arrays.stream(odds).map(score -> score - mean).toArray();
  }
}
