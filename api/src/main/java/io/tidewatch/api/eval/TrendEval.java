package io.tidewatch.api.eval;

import io.tidewatch.corpora.BrandEvents;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.trend.eval.Baselines;
import io.tidewatch.trend.eval.BurstTrial;
import io.tidewatch.trend.eval.CountHistory;
import io.tidewatch.trend.eval.EarlyTrial;
import io.tidewatch.trend.eval.EventTrial;
import io.tidewatch.trend.eval.Figure;
import io.tidewatch.trend.eval.LiveDetector;
import io.tidewatch.trend.eval.TrendMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The proof on real history: replays hot-search lists in order and sets the live detector beside
 * the published baselines, year by year, at finding brand events, at being early, and at finding
 * bursts put into the real background.
 */
public final class TrendEval {
  private static final String TASK = "trends";
  private static final int WARM_UP_DAYS = 28;
  private static final int BURST_WINDOW = 12;
  private static final int[] BURST_SIZES = {2, 4, 8};
  private static final int BURSTS = 60;
  private static final double[] FALSE_ALARMS = {0.2, 1};
  private static final long SEED = 20_240_601L;

  private final Catalogue catalogue;
  private final DocumentAnnotator annotator;
  private final BrandEvents truth;

  public TrendEval(Catalogue catalogue, DocumentAnnotator annotator, BrandEvents truth) {
    this.catalogue = catalogue;
    this.annotator = annotator;
    this.truth = truth;
  }

  /** Figures, and rows of ours that were wrongly among the first or missing there. */
  public record Report(List<TrendRow> rows, List<LostRow> losing) {
    public Report {
      rows = List.copyOf(rows);
      losing = List.copyOf(losing);
    }
  }

  /**
   * A lost case.
   *
   * @param rank its place among all rows
   * @param expected {@code event} that came too late, or {@code no event} among the first
   */
  public record LostRow(
      String data,
      LocalDate day,
      String brand,
      int rank,
      long count,
      double score,
      String expected) {}

  /**
   * Replays the files.
   *
   * @param losing how many lost cases to give for each list and year
   * @throws IllegalArgumentException for a file that is no hot-search list
   */
  public Report evaluate(List<Path> paths, int losing) throws IOException {
    List<HotSearchFile> files = HotSearchReplay.read(paths);
    var rows = new ArrayList<TrendRow>();
    var lost = new ArrayList<LostRow>();
    for (boolean hourly : new boolean[] {true, false}) {
      List<HotSearchFile> own = files.stream().filter(f -> f.hourly() == hourly).toList();
      if (!own.isEmpty()) {
        var replay = HotSearchReplay.of(own, annotator);
        CountHistory brands = replay.brands();
        for (Span span : spans(replay.titles())) {
          String data = "hot search by the " + (hourly ? "hour, " : "day, ") + span.year();
          lost.addAll(events(brands, span, data, rows, losing));
          if (hourly) {
            bursts(brands, span, data, rows);
            early(replay, span, data, rows);
          }
        }
      }
    }
    return new Report(rows, lost);
  }

  /** The judged days of one year. */
  private record Span(int year, LocalDate first) implements Predicate<LocalDate> {
    @Override
    public boolean test(LocalDate day) {
      return day.getYear() == year && !day.isBefore(first);
    }
  }

  private static List<Span> spans(List<HotTitle> titles) {
    LocalDate first = titles.stream()
        .map(HotTitle::day)
        .min(LocalDate::compareTo)
        .orElseThrow()
        .plusDays(WARM_UP_DAYS);
    return titles.stream()
        .map(HotTitle::day)
        .filter(d -> !d.isBefore(first))
        .map(LocalDate::getYear)
        .distinct()
        .sorted()
        .map(year -> new Span(year, first))
        .toList();
  }

  private List<LostRow> events(
      CountHistory brands, Span span, String data, List<TrendRow> rows, int losing) {
    var trial = new EventTrial(
        brands,
        truth.events().stream()
            .map(e -> new EventTrial.Event(e.brand(), e.days().first(), e.days().last()))
            .toList(),
        day -> span.test(day) && truth.covers(day));
    if (trial.events() == 0) {
      return List.of();
    }
    LiveDetector ours = new LiveDetector(this::category, 24);
    add(rows, data, trial.figures(ours));
    Baselines.all().forEach(b -> add(rows, data, trial.figures(b)));
    return lost(trial, ours, data, losing);
  }

  private static List<LostRow> lost(EventTrial trial, TrendMethod ours, String data, int losing) {
    List<EventTrial.Row> ranked = trial.ranked(ours);
    var lost = new ArrayList<LostRow>();
    for (int i = 0; i < ranked.size() && lost.size() < losing; i++) {
      EventTrial.Row row = ranked.get(i);
      boolean first = i < trial.events();
      if (first != row.right()) {
        lost.add(new LostRow(
            data,
            row.day(),
            row.key(),
            i + 1,
            row.count(),
            row.score(),
            first ? "no event" : "event"));
      }
    }
    return lost;
  }

  private void bursts(CountHistory brands, Span span, String data, List<TrendRow> rows) {
    Set<String> happened = new HashSet<>();
    truth
        .events()
        .forEach(e -> e.days()
            .first()
            .datesUntil(e.days().last().plusDays(2))
            .forEach(day -> happened.add(e.brand() + day)));
    var trial = new BurstTrial(
        brands, catalogue.brands().size(), span, (key, day) -> happened.contains(key + day));
    for (double falseAlarms : FALSE_ALARMS) {
      String at = data + ", " + falseAlarms + " false alarms per 1,000 keys a day";
      for (TrendMethod method : methods(key -> null)) {
        add(rows, at, trial.figures(method, BURST_WINDOW, falseAlarms, BURST_SIZES, BURSTS, SEED));
      }
    }
  }

  private static void early(HotSearchReplay replay, Span span, String data, List<TrendRow> rows) {
    CountHistory terms = replay.terms();
    Map<String, Integer> numbers = new HashMap<>();
    var climbs = new ArrayList<List<EarlyTrial.Climb>>();
    for (String term : terms.keys()) {
      numbers.put(term, climbs.size());
      climbs.add(new ArrayList<>());
    }
    for (HotTitle title : replay.titles()) {
      if (title.topHour() >= 0) {
        var climb = new EarlyTrial.Climb(
            Math.toIntExact(title.topHour() - terms.firstHour()),
            Math.toIntExact(title.lastTopHour() - terms.firstHour()),
            Math.toIntExact(title.peakHour() - terms.firstHour()));
        replay.terms(title).forEach(t -> climbs.get(numbers.getOrDefault(t, 0)).add(climb));
      }
    }
    var trial = new EarlyTrial(terms, climbs, span);
    for (TrendMethod method : methods(key -> null)) {
      for (int perDay : new int[] {20, 50}) {
        add(rows, data, trial.figures(method, method.earlyWindow(), perDay));
      }
    }
  }

  private static List<TrendMethod> methods(
      java.util.function.Function<String, @Nullable String> categoryOf) {
    var methods = new ArrayList<TrendMethod>();
    methods.add(new LiveDetector(categoryOf, 24 * 7));
    methods.addAll(Baselines.all());
    return methods;
  }

  private @Nullable String category(String brand) {
    return catalogue
        .brand(brand)
        .map(Brand::categories)
        .filter(c -> !c.isEmpty())
        .map(List::getFirst)
        .orElse(null);
  }

  private static void add(List<TrendRow> rows, String data, List<Figure> figures) {
    figures.forEach(
        f -> rows.add(new TrendRow(TASK, data, f.system(), f.metric(), f.value(), f.n())));
  }
}
