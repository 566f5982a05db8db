package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.baseline.Baselines;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything that ranks the universe of a brand before a holiday, side by side. What cannot learn for
 * want of cases gives all users the same score and says so. For one thread.
 */
final class HolidaySystems {
  static final String DAILY = "daily";
  static final String HOLIDAY = "holiday";
  static final String FUSED = "fused";

  private final BrandMoment before;
  private final boolean[] moved;
  private final BrandMoment now;
  private final Sample daily;
  private final long seed;
  private final Map<String, double[]> scores = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * At one time.
   *
   * @param moved who of the universe of {@code before} has bought by now
   * @param daily who bought in the period before, of the brand and of those near it
   */
  HolidaySystems(BrandMoment before, boolean[] moved, BrandMoment now, Sample daily, long seed) {
    this.before = before;
    this.moved = moved;
    this.now = now;
    this.daily = daily;
    this.seed = seed;
  }

  /** By system, one a user of the universe of now. */
  Map<String, double[]> scores() {
    return scores;
  }

  List<String> notes() {
    return notes;
  }

  /** Lets every system score. */
  void score(HolidayModel holiday) {
    var relative = new RelativeColumns(now, seed);
    HolidayColumns columns = holiday.columns(now, relative);
    UserTable table = columns.table();
    UnaryOperator<double[]> spoken = own -> holiday.spoken(own, columns);
    put(
        DAILY,
        () -> SelectionModels.together()
            .fit(daily, FitSettings.DEFAULT, seed)
            .scores(table.only(RelativeColumns.names())));
    scores.put(HOLIDAY, spoken.apply(holiday.scorer().scores(table)));
    fuse(holiday, columns.active(holiday.days()).cardinality());
    Sample sample = holiday.sample().sample();
    one("boosted", SelectionModels.boosted(), sample, table, spoken);
    one("forest", SelectionModels.forest(), sample, table, spoken);
    one("logistic", SelectionModels.logistic(), sample, table, spoken);
    without("the holiday's categories", HolidayColumns.holidayNames(), sample, table, spoken);
    without("what users told", List.of(HolidayColumns.ATTRIBUTE), sample, table, spoken);
    without(
        "both",
        Stream.concat(HolidayColumns.holidayNames().stream(), Stream.of(HolidayColumns.ATTRIBUTE))
            .toList(),
        sample,
        table,
        spoken);
    put(
        "RFM + gradient boosting",
        () -> Baselines.rfm(LatelyDone.RFM, TreeLearner.boosted(TreeSettings.BOOSTED))
            .fit(Sample.all(UserColumns.of(before), moved), FitSettings.DEFAULT, seed)
            .scores(UserColumns.of(now)));
    scores.put("rule", CategoryRule.scores(now));
    scores.put(
        "random", Baselines.random().fit(daily, FitSettings.DEFAULT, seed).scores(table));
  }

  private void fuse(HolidayModel holiday, int active) {
    Fusion fusion = holiday.fusion();
    double[] own = Objects.requireNonNull(scores.get(DAILY));
    double[] other = Objects.requireNonNull(scores.get(HOLIDAY));
    scores.put(FUSED, fusion.portions(own, other));
    scores.put("fused, half and half", HolidayModels.EVEN.portions(own, other));
    notes.add(String.format(
        Locale.ROOT,
        "holiday weighs %.2f on %s, speaks of %d of %d; %d positives; words %s; categories %s",
        fusion.holidayWeight(),
        fusion.scale(),
        active,
        own.length,
        holiday.sample().sample().positives(),
        holiday.topics().words().stream().map(w -> w.word()).toList(),
        holiday.topics().categories()));
  }

  private void one(
      String name,
      Learner learner,
      Sample sample,
      UserTable table,
      UnaryOperator<double[]> spoken) {
    put(
        HOLIDAY + ", " + name,
        () -> spoken.apply(
            new LearnedRanker(learner).fit(sample, FitSettings.DEFAULT, seed).scores(table)));
  }

  private void without(
      String what,
      List<String> left,
      Sample sample,
      UserTable table,
      UnaryOperator<double[]> spoken) {
    List<String> kept =
        HolidayColumns.names().stream().filter(name -> !left.contains(name)).toList();
    Ranker ranker = HolidayModels.ranker();
    put(
        HOLIDAY + " without " + what,
        () -> spoken.apply(ranker
            .fit(sample.over(sample.table().only(kept)), FitSettings.DEFAULT, seed)
            .scores(table.only(kept))));
  }

  private void put(String name, Supplier<double[]> made) {
    try {
      scores.put(name, made.get());
    } catch (IllegalArgumentException e) {
      notes.add(name + ": " + e.getMessage());
      double[] alike = new double[now.universe().size()];
      Arrays.fill(alike, 0.5);
      scores.put(name, alike);
    }
  }
}
