package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.detect.RisingDetector;
import io.tidewatch.trend.detect.RisingDetector.Scored;
import io.tidewatch.trend.detect.RisingScore;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.question.KeyEvidence.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is rising: the first sightings of each local day, as they are kept, give the counts of every
 * key of the kind; the detector scores them, and the best ones fetch their documents. Days that the
 * window or its end cuts between two hours are read from their documents. Brands are counted twice,
 * by direct and by all mentions.
 */
final class RisingQuestion {
  /** Fewest distinct authors or titles in the window. */
  static final int FLOOR = 3;

  /** Keys beyond those asked for, because some may lack documents to show. */
  private static final int SPARE = 10;

  private final RisingQuery query;
  private final Catalogue catalogue;
  private final Coverage.Observed observed;
  private final WindowSpan window;

  RisingQuestion(
      RisingQuery query, WindowSpan window, Catalogue catalogue, Coverage.Observed observed) {
    this.query = query;
    this.catalogue = catalogue;
    this.observed = observed;
    this.window = window;
  }

  /** One way of counting: a field in one unit from a local day on. */
  private record Count(
      Field field, CountingUnit unit, @Nullable String via, Timeline timeline, long start) {}

  private record Detected(Count count, RisingDetector detector) {}

  /** A scored key with what is needed to show it. */
  private record Candidate(Count count, RisingDetector detector, Scored scored) {
    String key() {
      return scored.counts().key();
    }

    double value() {
      return scored.value();
    }
  }

  List<RisingRow> answer(EngineView view, SightingDays.Epoch days, DayVersions versions) {
    List<Count> counts = counts();
    if (counts.isEmpty()) {
      return List.of();
    }
    long from = counts.stream().mapToLong(Count::start).min().getAsLong();
    List<Field> fields = counts.stream().map(Count::field).distinct().toList();
    var history = new SightingHistory(window, query.zone(), query.counting(), from, days, versions);
    history.read(view, fields);
    List<Detected> detected = counts.stream()
        .map(count -> new Detected(
            count, history.detector(count.field(), count.unit(), count.timeline(), count.start())))
        .toList();
    for (int limit = query.top() + SPARE; ; limit *= 4) {
      List<Candidate> best = best(detected, limit);
      List<RisingRow> rows = rows(view, best);
      if (rows.size() == query.top() || best.size() < limit) {
        return rows;
      }
    }
  }

  private List<RisingRow> rows(EngineView view, List<Candidate> best) {
    var rows = new ArrayList<RisingRow>();
    int next = 0;
    while (next < best.size() && rows.size() < query.top()) {
      List<Candidate> some =
          best.subList(next, Math.min(best.size(), next + query.top() - rows.size()));
      List<KeyEvidence> evidence = KeyEvidence.collect(
          view,
          some.stream()
              .map(c -> new Wanted(c.count().field(), c.key(), c.count().unit()))
              .toList(),
          window,
          query.counting());
      for (int i = 0; i < some.size(); i++) {
        if (evidence.get(i).units() >= FLOOR) {
          rows.add(row(some.get(i), evidence.get(i)));
        }
      }
      next += some.size();
    }
    return List.copyOf(rows);
  }

  private List<Count> counts() {
    long earliest = Math.floorDiv(window.from(), Timeline.HOUR) - 24L * query.pastDays();
    long windowStart = window.from();
    long asOf = window.to();
    var counts = new ArrayList<Count>();
    for (CountingUnit unit : CountingUnit.values()) {
      Long first = observed.firstFrom(unit, earliest);
      if (first == null || first * Timeline.HOUR >= window.to()) {
        continue;
      }
      long start = Math.min(
          LocalDay.of(first * Timeline.HOUR, query.zone()).start(),
          LocalDay.of(window.from(), query.zone()).start());
      Timeline timeline =
          new Timeline(start, windowStart, asOf, query.zone(), hour -> observed.at(unit, hour));
      boolean brand = query.kind() == KeyKind.BRAND;
      if (brand) {
        counts.add(new Count(Field.DIRECT, unit, "direct", timeline, start));
      }
      counts.add(new Count(Field.of(query.kind()), unit, brand ? "all" : null, timeline, start));
    }
    return counts;
  }

  /** The best way of counting each key, best first; {@code limit} of them, if there are. */
  private List<Candidate> best(List<Detected> detected, int limit) {
    var best = new HashMap<String, Candidate>();
    for (Detected each : detected) {
      for (Scored scored : each.detector().best(limit, FLOOR, categories())) {
        best.merge(
            scored.counts().key(),
            new Candidate(each.count(), each.detector(), scored),
            // on a tie the first stays: authors before titles, direct before all
            (a, b) -> b.value() > a.value() ? b : a);
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(Candidate::value).reversed().thenComparing(Candidate::key))
        .limit(limit)
        .toList();
  }

  private RisingRow row(Candidate candidate, KeyEvidence evidence) {
    Count count = candidate.count();
    String key = candidate.key();
    RisingScore score = candidate.scored().score();
    return new RisingRow(
        key,
        query.kind() == KeyKind.BRAND || query.kind() == KeyKind.PRODUCT
            ? catalogue.nameOf(key)
            : key,
        query.kind(),
        evidence.surfaces(),
        unit(count),
        score.n(),
        count.unit() == CountingUnit.AUTHORS ? evidence.units() : null,
        evidence.documents(),
        score.expected(),
        candidate.value(),
        score.growth(),
        count.via(),
        candidate.detector().stage(candidate.scored()),
        Micros.instant(evidence.first()),
        evidence.keys());
  }

  private String unit(Count count) {
    return switch (query.counting().by()) {
      case UNITS -> count.unit().label();
      case TEXTS, DOCUMENTS -> query.counting().by().name().toLowerCase(Locale.ROOT);
    };
  }

  private @Nullable Function<String, @Nullable String> categories() {
    return switch (query.kind()) {
      case BRAND ->
        key -> catalogue
            .brand(key)
            .map(Brand::categories)
            .filter(c -> !c.isEmpty())
            .map(List::getFirst)
            .orElse(null);
      case PRODUCT -> key -> catalogue.product(key).map(Product::categoryId).orElse(null);
      case ASPECT, HASHTAG, TERM -> null;
    };
  }
}
