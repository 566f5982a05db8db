package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time. A unit counts in the bucket of its first matching document of the local day,
 * also when that lies before {@code from}: a bucket's value does not depend on where the series
 * begins.
 */
final class SeriesQuestion {
  private static final int MAX_BUCKETS = 200_000;

  private final long[] edges;
  private final long from;
  private final long to;
  private final SeriesQuery query;
  private final Coverage.Observed observed;
  private final long[] units;
  private final long[] authors;
  private final long[] documents;
  private final long[] positive;
  private final long[] negative;
  private final boolean[] unitMatched = new boolean[CountingUnit.values().length];

  /** {@code from} and {@code to} in microseconds, [from, to). */
  SeriesQuestion(SeriesQuery query, long from, long to, Coverage.Observed observed) {
    this.query = query;
    this.from = from;
    this.to = to;
    this.observed = observed;
    this.edges = edges();
    int buckets = Math.max(0, edges.length - 1);
    this.units = new long[buckets];
    this.authors = new long[buckets];
    this.documents = new long[buckets];
    this.positive = new long[buckets];
    this.negative = new long[buckets];
  }

  List<SeriesPoint> answer(IndexSearcher searcher, Expression expression) throws IOException {
    if (edges.length < 2) {
      return List.of();
    }
    long dayStart = LocalDay.of(from, query.zone()).start();
    UnitDays firsts = new UnitDays((unit, first) -> add(units, first));
    UnitDays people = new UnitDays((unit, first) -> add(authors, first));
    DayScan.run(
        searcher,
        QueryTranslator.counted(
            QueryTranslator.matching(expression, dayStart, to), query.counting()),
        query.zone(),
        segment -> visitor(segment, firsts, people),
        () -> {
          firsts.endDay();
          people.endDay();
        });
    var points = new ArrayList<SeriesPoint>(edges.length - 1);
    boolean authorless = unitMatched[Codes.TITLES] || !observed.has(CountingUnit.AUTHORS);
    boolean noAuthors = !unitMatched[Codes.AUTHORS] && authorless;
    for (int b = 0; b + 1 < edges.length; b++) {
      points.add(point(b, noAuthors));
    }
    return List.copyOf(points);
  }

  private void add(long[] counts, long first) {
    if (first >= from) {
      counts[bucket(first)]++;
    }
  }

  private DayScan.SegmentVisitor visitor(LeafDocuments segment, UnitDays firsts, UnitDays people)
      throws IOException {
    NumericDocValues author = segment.numbers(Names.UNIT);
    LeafDocuments.Units unit = segment.units(query.counting());
    NumericDocValues unitKind = segment.numbers(Names.UNIT_KIND);
    NumericDocValues polarity = segment.numbers(Names.POLARITY);
    return (current, day) -> {
      int kind = (int) current.value(unitKind);
      firsts.see(kind, unit.unit(), current.time());
      if (kind == Codes.AUTHORS) {
        people.see(kind, current.value(author), current.time());
      }
      if (current.time() < from) {
        return;
      }
      unitMatched[kind] = true;
      int bucket = bucket(current.time());
      documents[bucket]++;
      long judged = current.value(polarity);
      positive[bucket] += judged == Codes.POSITIVE ? 1 : 0;
      negative[bucket] += judged == Codes.NEGATIVE ? 1 : 0;
    };
  }

  private SeriesPoint point(int b, boolean noAuthors) {
    boolean seen = false;
    for (long h = Math.floorDiv(edges[b], Timeline.HOUR);
        !seen && h * Timeline.HOUR < edges[b + 1];
        h++) {
      seen = observed.any(h);
    }
    var start = Names.instant(edges[b]);
    return new SeriesPoint(
        start,
        known(seen, units[b]),
        noAuthors ? null : known(seen, authors[b]),
        known(seen, documents[b]),
        known(seen, positive[b]),
        known(seen, negative[b]),
        seen);
  }

  private static @Nullable Long known(boolean observed, long count) {
    return observed ? (Long) count : null;
  }

  private int bucket(long time) {
    int found = Arrays.binarySearch(edges, time);
    return found >= 0 ? found : -found - 2;
  }

  /** Starts of the buckets that overlap [from, to), and the end of the last. */
  private long[] edges() {
    if (from >= to) {
      return new long[0];
    }
    boolean hourly = query.interval().equals(Duration.ofHours(1));
    var edges = new ArrayList<Long>();
    LocalDay day = LocalDay.of(from, query.zone());
    long end = day.start();
    while (end < to) {
      for (long start = day.start(); start < day.end() && start < to; start = end) {
        end = hourly ? Math.min(start + Timeline.HOUR, day.end()) : day.end();
        if (end > from) {
          edges.add(start);
        }
        if (edges.size() > MAX_BUCKETS) {
          throw new IllegalArgumentException("interval: at most " + MAX_BUCKETS
              + " buckets are required from " + Names.instant(from) + " to " + Names.instant(to));
        }
      }
      day = LocalDay.of(day.date().plusDays(1), query.zone());
    }
    edges.add(end);
    return edges.stream().mapToLong(Long::longValue).toArray();
  }
}
