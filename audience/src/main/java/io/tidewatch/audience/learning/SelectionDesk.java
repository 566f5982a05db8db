package io.tidewatch.audience.learning;

import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.answer.ModelNote;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.answer.SizeRow;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.audience.selection.Cut;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects users of a brand's universe (in O or A, active of late) by a model that learned from who
 * moved in the period before T, for a holiday joined with one that learned from its run a year ago,
 * and says what a size is worth. Nothing at or after T is read. The last
 * model is kept, while memory allows, until data, catalogue or question change. Safe from any thread; one question at a
 * time learns.
 */
public final class SelectionDesk {
  /** Usual time in which users are to reach a goal. */
  public static final Duration PERIOD = Duration.ofDays(28);

  static final long SEED = 20_251_111;
  private static final int EFFECTS = 12;
  private static final List<Double> SHARES =
      Stream.concat(PredictTa.SHARES.stream(), Stream.of(.2, .5)).toList();

  private final CatalogueStore catalogues;
  private final Duration period;
  private final BrandMoments now;
  private final BrandMoments before;
  private final BrandMoments longBefore;
  private final MoverSamples lately;
  private final MoverSamples earlier;
  private final HolidayModels holidays;
  private SoftReference<@Nullable FittedSelection> last = new SoftReference<>(null);

  /**
   * Over one store.
   *
   * @param period in which users are to reach a goal, whole days
   */
  public SelectionDesk(AudienceSources sources, Duration period) {
    this.catalogues = sources.catalogues();
    this.period = period;
    this.now = sources.moments();
    this.before = sources.moments();
    this.longBefore = sources.moments();
    this.lately = new MoverSamples(before, now, period);
    this.earlier = new MoverSamples(longBefore, before, period);
    this.holidays = new HolidayModels(
        new HolidaySamples(sources.moments(), sources.moments(), sources.moments(), period));
  }

  /** The time before which everything is read: T, or just after the newest event; empty without one. */
  public Optional<Instant> time(@Nullable Instant asOf) {
    return now.time(asOf);
  }

  /**
   * The selected users, best first, ties by user id; empty when nobody was active before T.
   *
   * @throws NoAudienceException when too few users moved in the period before T to learn from, or
   *     nobody had bought the brand or engaged with it; for a holiday also when nothing is known of
   *     the time before its last run, or too few bought in it
   * @throws IllegalArgumentException for an unknown brand, or a run that is not over at T
   */
  public List<SelectedRow> select(SelectionQuery query) {
    return fitted(query).map(fitted -> fitted.rows(query.cut())).orElseGet(List::of);
  }

  /**
   * What a user is to a brand, how directions and model see the user, and whether a selection of {@code
   * size} takes the user. Empty for an id that did nothing before T. After the first question of a
   * brand, goal and time the model is kept, so the next ones are quick.
   *
   * @param query its cut is not used
   * @throws NoAudienceException as {@link #select}
   * @throws IllegalArgumentException for an unknown brand
   */
  public Optional<Explanation> explain(SelectionQuery query, String userId, int size) {
    return fitted(query).flatMap(fitted -> fitted.explain(userId, size));
  }

  /** What the model of a selection rests on; empty when nobody was active before T. */
  public Optional<ModelNote> model(SelectionQuery query) {
    return fitted(query)
        .map(fitted -> new ModelNote(
            fitted.sample().positives(),
            fitted.sample().size() - fitted.sample().positives(),
            fitted.scorer().effects().stream()
                .limit(EFFECTS)
                .map(effect -> effect.words(query.lang()))
                .toList(),
            fitted.scorer().card(),
            fitted.holiday() == null
                ? null
                : fitted
                    .holiday()
                    .note(EFFECTS, new Wording(catalogues.current(), query.lang()), query.lang())));
  }

  /**
   * What sizes are worth, the smallest first: measured on the period before T by a model that learned
   * from the one before that. Empty when nobody was active before T.
   *
   * @throws NoAudienceException when too few users moved two periods before T to learn from
   * @throws IllegalArgumentException for an unknown brand
   */
  public synchronized List<SizeRow> sizes(String brandId, @Nullable Instant asOf, Goal goal) {
    Catalogue catalogue = known(brandId);
    Optional<Instant> end = now.time(asOf);
    if (end.isEmpty()) {
      return List.of();
    }
    Instant start = end.get().minus(period);
    Sample sample = earlier.near(brandId, start, goal, catalogue, SEED);
    BrandMoment moment = before.at(brandId, start, catalogue);
    boolean[] reached =
        MoverSamples.reached(moment, now.outcome(brandId, end.get(), catalogue), goal, period);
    if (reached.length == 0) {
      return List.of();
    }
    var ours = Ranking.of(fit(sample).scores(new RelativeColumns(moment, SEED).table()), reached);
    var rule = Ranking.of(CategoryRule.scores(moment), reached);
    int universe = now.universe(brandId, end.get(), catalogue).size();
    return SHARES.stream().map(share -> size(share, universe, ours, rule)).toList();
  }

  private static SizeRow size(double share, int universe, Ranking ours, Ranking rule) {
    PredictTa own = PredictTa.at(ours, share);
    Interval interval = new DeepeningRate(own.size(), Math.round(own.hits())).interval();
    return new SizeRow(
        share,
        (int) Math.max(1, Math.round(share * universe)),
        own.size(),
        own.precision(),
        interval.low(),
        interval.high(),
        PredictTa.at(rule, share).precision(),
        own.baseRate());
  }

  private synchronized Optional<FittedSelection> fitted(SelectionQuery query) {
    Catalogue catalogue = known(query.brandId());
    Optional<Instant> end = now.time(query.asOf());
    if (end.isEmpty()) {
      return Optional.empty();
    }
    // how many are taken changes no score
    var asked = new SelectionQuery(
        query.brandId(), end.get(), query.goal(), new Cut.AtSize(0), query.holiday(), query.lang());
    var key = new FittedSelection.Key(asked, now.revision(), catalogue.version());
    FittedSelection kept = last.get();
    if (kept == null || !kept.key().equals(key)) {
      last = new SoftReference<>(null);
      HolidayModel holiday = holiday(asked, end.get(), catalogue);
      Sample sample = lately.near(query.brandId(), end.get(), query.goal(), catalogue, SEED);
      Scorer scorer = fit(sample);
      BrandMoment moment = now.at(query.brandId(), end.get(), catalogue, query.lang());
      kept = new FittedSelection(
          key, moment, new RelativeColumns(moment, SEED), sample, scorer, holiday);
      last = new SoftReference<>(kept);
    }
    return Optional.of(kept);
  }

  private @Nullable HolidayModel holiday(SelectionQuery query, Instant time, Catalogue catalogue) {
    HolidayRun run = query.holiday();
    if (run == null) {
      return null;
    }
    if (run.end().isAfter(time)) {
      throw new IllegalArgumentException(
          "holiday: a run that is over at " + time + " is required, got one until " + run.end());
    }
    return holidays.learn(query.brandId(), run, catalogue, SEED);
  }

  private static Scorer fit(Sample sample) {
    try {
      return SelectionModels.together().fit(sample, FitSettings.DEFAULT, SEED);
    } catch (IllegalArgumentException e) {
      throw new NoAudienceException(
          "selection: who moved towards the brand and those near it in the"
              + " period before is too little to learn from: " + e.getMessage());
    }
  }

  private Catalogue known(String brandId) {
    Catalogue catalogue = catalogues.current();
    new Target.OfBrand(brandId).check(catalogue);
    return catalogue;
  }
}
