package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.Mover;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.detect.DayTable;
import io.tidewatch.trend.detect.LevelShift;
import io.tidewatch.trend.detect.SlowClimb;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What has moved up over weeks: {@link LevelShift} first, else {@link SlowClimb}, on daily counts of
 * every key against the counts of all others of its kind, so that the rhythm of the week and a source
 * that grows are no movement.
 */
final class MoverQuestion {
  /** Fewest units over all days. */
  private static final int FLOOR = 20;
  /** Days over which a climb's growth is told. */
  private static final int MONTH = 28;

  private final MoverQuery query;
  private final Catalogue catalogue;
  private final Coverage.Observed observed;
  private final List<LocalDay> days;
  private final Field field;

  MoverQuestion(MoverQuery query, WindowSpan all, Catalogue catalogue, Coverage.Observed observed) {
    this.query = query;
    this.catalogue = catalogue;
    this.observed = observed;
    this.field = Field.of(query.kind());
    LocalDate end = LocalDay.of(all.to(), query.zone()).date();
    this.days = DayRange.of(
        LocalDay.of(end.minusDays(query.days()), query.zone()).start(),
        LocalDay.of(end, query.zone()).start(),
        query.zone());
  }

  List<Mover> answer(EngineView view, SightingDays.Epoch kept, DayVersions versions) {
    SightingTable sightings =
        kept.whole(view, List.of(field), query.counting(), query.zone(), days, versions);
    var best = new HashMap<String, Mover>();
    for (CountingUnit unit : CountingUnit.values()) {
      Map<Integer, double[]> daily = daily(sightings, unit);
      double[] all = new double[days.size()];
      daily.values().forEach(counts -> {
        for (int t = 0; t < all.length; t++) {
          all[t] += counts[t];
        }
      });
      boolean[] seen = seen(unit);
      daily.forEach((number, counts) -> mover(
              kept.numbers(field).key(number), unit, counts, all, seen)
          .ifPresent(m -> best.merge(m.key(), m, (a, b) -> b.score() > a.score() ? b : a)));
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(Mover::score).reversed().thenComparing(Mover::key))
        .limit(query.top())
        .map(m -> proven(view, m))
        .toList();
  }

  private Map<Integer, double[]> daily(SightingTable sightings, CountingUnit unit) {
    var daily = new HashMap<Integer, double[]>();
    for (int t = 0; t < days.size(); t++) {
      DayTable day = sightings.get(field, days.get(t).date()).of(unit);
      for (int i = 0; i < day.size(); i++) {
        daily.computeIfAbsent(day.key(i), k -> new double[days.size()])[t] += day.units(i);
      }
    }
    return daily;
  }

  private boolean[] seen(CountingUnit unit) {
    boolean[] seen = new boolean[days.size()];
    for (int t = 0; t < seen.length; t++) {
      for (long at = days.get(t).start(); at < days.get(t).end(); at += Timeline.HOUR) {
        seen[t] |= observed.at(unit, Math.floorDiv(at, Timeline.HOUR));
      }
    }
    return seen;
  }

  private Optional<Mover> mover(
      String key, CountingUnit unit, double[] counts, double[] all, boolean[] seen) {
    double total = Arrays.stream(counts).sum();
    double[] exposure = new double[counts.length];
    for (int t = 0; t < counts.length; t++) {
      // one unit more, so that a quiet day of all others is not a day without any exposure
      exposure[t] = seen[t] ? all[t] - counts[t] + 1 : 0;
    }
    if (total < FLOOR) {
      return Optional.empty();
    }
    Optional<LevelShift> shift = LevelShift.of(counts, exposure).filter(s -> s.factor() > 1);
    if (shift.isPresent()) {
      LevelShift s = shift.get();
      return Optional.of(row(
          key,
          unit,
          "level",
          s.since(),
          total,
          new Interval3(s.factor(), s.factor(), s.factor()),
          Math.sqrt(2 * s.evidence())));
    }
    return SlowClimb.of(counts, exposure)
        .filter(SlowClimb::climbs)
        .map(c -> row(key, unit, "climb", 0, total, c.growth(MONTH), c.slope() / c.error()));
  }

  private Mover row(
      String key,
      CountingUnit unit,
      String movement,
      int since,
      double total,
      Interval3 factor,
      double score) {
    boolean named = query.kind() == KeyKind.BRAND || query.kind() == KeyKind.PRODUCT;
    return new Mover(
        key,
        named ? catalogue.nameOf(key) : key,
        query.kind(),
        query.counting().by() == Counting.By.UNITS
            ? unit.label()
            : query.counting().by().name().toLowerCase(Locale.ROOT),
        movement,
        days.get(since).date(),
        (long) total,
        factor,
        score,
        List.of());
  }

  private Mover proven(EngineView view, Mover m) {
    long from = LocalDay.of(m.since(), query.zone()).start();
    Selection carrying =
        Selection.carrying(field, m.key(), from, days.getLast().end()).counted(query.counting());
    var evidence = new ArrayList<String>();
    view.newest(carrying, null, Mover.EVIDENCE)
        .forEach(hit -> evidence.add(hit.document().key().toString()));
    return new Mover(
        m.key(),
        m.name(),
        m.kind(),
        m.unit(),
        m.movement(),
        m.since(),
        m.count(),
        m.factor(),
        m.score(),
        evidence);
  }
}
