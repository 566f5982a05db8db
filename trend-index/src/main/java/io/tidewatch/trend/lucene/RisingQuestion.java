package io.tidewatch.trend.lucene;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.KeyCounter;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.RisingDetector;
import io.tidewatch.trend.RisingDetector.Scored;
import io.tidewatch.trend.RisingScore;
import io.tidewatch.trend.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What is rising: one pass over the doc values of window and past counts every key of the kind, the
 * detector scores them, and the best ones fetch their documents. Brands are counted twice, by
 * direct and by all mentions.
 */
final class RisingQuestion {
  /** Fewest distinct authors or titles in the window. */
  static final int FLOOR = 3;

  /** Days of past that are read: sixteen half-lives of the detector. */
  private static final long PAST_HOURS = 24L * 112;

  private final RisingQuery query;
  private final Catalogue catalogue;
  private final Coverage.Observed observed;
  private final long asOf;
  private final long windowStart;

  /** {@code asOf} in microseconds, exclusive. */
  RisingQuestion(RisingQuery query, long asOf, Catalogue catalogue, Coverage.Observed observed) {
    this.query = query;
    this.catalogue = catalogue;
    this.observed = observed;
    this.asOf = asOf;
    this.windowStart = asOf - query.window().toSeconds() * 1_000_000L;
  }

  /** One way of counting: a field in one unit. */
  private record Count(
      String field,
      CountingUnit unit,
      @Nullable String via,
      Timeline timeline,
      KeyCounter counter) {}

  /** A scored key with what is needed to show it. */
  private record Candidate(Count count, RisingDetector detector, Scored scored, double value) {
    String key() {
      return scored.counts().key();
    }
  }

  List<RisingRow> answer(IndexSearcher searcher) throws IOException {
    List<Count> counts = counts();
    if (counts.isEmpty()) {
      return List.of();
    }
    long from = counts.stream().mapToLong(c -> c.timeline().start()).min().getAsLong();
    scan(searcher, counts, from);
    var rows = new ArrayList<RisingRow>();
    for (Candidate candidate : best(counts)) {
      if (rows.size() == query.top()) {
        break;
      }
      row(searcher, candidate).ifPresent(rows::add);
    }
    return List.copyOf(rows);
  }

  private List<Count> counts() {
    long earliest = Math.floorDiv(windowStart, Timeline.HOUR) - PAST_HOURS;
    var counts = new ArrayList<Count>();
    for (CountingUnit unit : CountingUnit.values()) {
      Long first = observed.firstFrom(unit, earliest);
      if (first == null || first * Timeline.HOUR >= asOf) {
        continue;
      }
      long start = Math.min(
          LocalDay.of(first * Timeline.HOUR, query.zone()).start(),
          LocalDay.of(windowStart, query.zone()).start());
      Timeline timeline =
          new Timeline(start, windowStart, asOf, query.zone(), hour -> observed.at(unit, hour));
      boolean brand = query.kind() == KeyKind.BRAND;
      if (brand) {
        counts.add(count(Names.DIRECT, unit, "direct", timeline));
      }
      counts.add(count(Names.of(query.kind()), unit, brand ? "all" : null, timeline));
    }
    return counts;
  }

  private Count count(String field, CountingUnit unit, @Nullable String via, Timeline timeline) {
    return new Count(field, unit, via, timeline, new KeyCounter(timeline, windowStart));
  }

  private void scan(IndexSearcher searcher, List<Count> counts, long from) throws IOException {
    DayScan.run(
        searcher,
        QueryTranslator.counted(QueryTranslator.documents(from, asOf), query.counting()),
        query.zone(),
        segment -> visitor(segment, counts),
        () -> counts.forEach(c -> c.counter().endDay()));
  }

  private DayScan.SegmentVisitor visitor(LeafDocuments segment, List<Count> counts)
      throws IOException {
    LeafDocuments.Units units = segment.units(query.counting());
    NumericDocValues unitKinds = segment.numbers(Names.UNIT_KIND);
    NumericDocValues advertisements = segment.numbers(Names.ADVERTISEMENT);
    int width = counts.size();
    SortedSetDocValues[] keys = new SortedSetDocValues[width];
    int[][] ids = new int[width][];
    for (int i = 0; i < width; i++) {
      keys[i] = segment.keys(counts.get(i).field());
      ids[i] = new int[Math.toIntExact(keys[i].getValueCount())];
      Arrays.fill(ids[i], -1);
    }
    return (current, day) -> {
      if (current.value(advertisements) != 0) {
        return;
      }
      int kind = (int) current.value(unitKinds);
      long unit = units.unit();
      for (int i = 0; i < width; i++) {
        Count count = counts.get(i);
        if (Codes.of(count.unit()) != kind
            || current.time() < count.timeline().start()
            || !keys[i].advanceExact(current.doc())) {
          continue;
        }
        for (int k = 0; k < keys[i].docValueCount(); k++) {
          int ord = (int) keys[i].nextOrd();
          if (ids[i][ord] < 0) {
            ids[i][ord] = count.counter().id(keys[i].lookupOrd(ord).utf8ToString());
          }
          count.counter().see(ids[i][ord], unit, current.time());
        }
      }
    };
  }

  /** The best way of counting each key, best first. */
  private List<Candidate> best(List<Count> counts) {
    var best = new HashMap<String, Candidate>();
    for (Count count : counts) {
      RisingDetector detector = new RisingDetector(count.counter().counts(), count.timeline());
      for (Scored scored : detector.score(this::category)) {
        double value = scored.score().score();
        if (scored.counts().windowCount() >= FLOOR && value > 0) {
          best.merge(
              scored.counts().key(),
              new Candidate(count, detector, scored, value),
              // on a tie the first stays: authors before titles, direct before all
              (a, b) -> b.value() > a.value() ? b : a);
        }
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(Candidate::value).reversed().thenComparing(Candidate::key))
        .toList();
  }

  private Optional<RisingRow> row(IndexSearcher searcher, Candidate candidate) throws IOException {
    Count count = candidate.count();
    String key = candidate.key();
    KeyEvidence evidence = KeyEvidence.collect(
        searcher,
        QueryTranslator.counted(
            QueryTranslator.carrying(count.field(), key, windowStart, asOf), query.counting()),
        count.unit(),
        KeyEvidence.prefixes(query.kind(), "direct".equals(count.via()), key));
    if (evidence.units() < FLOOR) {
      return Optional.empty();
    }
    RisingScore score = candidate.scored().score();
    return Optional.of(new RisingRow(
        key,
        query.kind() == KeyKind.BRAND || query.kind() == KeyKind.PRODUCT
            ? catalogue.nameOf(key)
            : key,
        query.kind(),
        evidence.surfaces(key),
        unit(count),
        score.n(),
        count.unit() == CountingUnit.AUTHORS ? evidence.units() : null,
        evidence.documents(),
        score.expected(),
        candidate.value(),
        score.growth(),
        count.via(),
        candidate.detector().stage(candidate.scored()),
        Names.instant(evidence.first()),
        evidence.keys()));
  }

  private String unit(Count count) {
    return switch (query.counting().by()) {
      case UNITS -> count.unit().label();
      case TEXTS, DOCUMENTS -> query.counting().by().name().toLowerCase(Locale.ROOT);
    };
  }

  private @Nullable String category(String key) {
    return switch (query.kind()) {
      case BRAND ->
        catalogue
            .brand(key)
            .map(Brand::categories)
            .filter(c -> !c.isEmpty())
            .map(List::getFirst)
            .orElse(null);
      case PRODUCT -> catalogue.product(key).map(Product::categoryId).orElse(null);
      case ASPECT, HASHTAG, TERM -> null;
    };
  }
}
