package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time. A unit counts in the bucket of its first matching document of the local day,
 * also when that lies before {@code from}: a bucket's value does not depend on where the series
 * begins.
 */
final class SeriesQuestion {
  private static final int MAX_BUCKETS = 200_000;

  private final SeriesQuery query;
  private final WindowSpan span;
  private final Coverage.Observed observed;
  private final long[] edges;
  private final long[] units;
  private final long[] authors;
  private final long[] documents;
  private final long[] positive;
  private final long[] negative;
  private boolean authored;
  private boolean titled;

  SeriesQuestion(SeriesQuery query, WindowSpan span, Coverage.Observed observed) {
    this.query = query;
    this.span = span;
    this.observed = observed;
    this.edges = edges();
    int buckets = Math.max(0, edges.length - 1);
    this.units = new long[buckets];
    this.authors = new long[buckets];
    this.documents = new long[buckets];
    this.positive = new long[buckets];
    this.negative = new long[buckets];
  }

  List<SeriesPoint> answer(
      EngineView view, Expression expression, CountDays days, DayVersions versions) {
    if (edges.length < 2) {
      return List.of();
    }
    var line = new CountDays.Line(expression, query.counting(), query.zone());
    new CountedSpan(span, query.zone()).count(view, line, days, versions, this::add);
    var points = new ArrayList<SeriesPoint>(edges.length - 1);
    boolean noAuthors = !authored && (titled || !observed.has(CountingUnit.AUTHORS));
    for (int b = 0; b + 1 < edges.length; b++) {
      points.add(point(b, noAuthors));
    }
    return List.copyOf(points);
  }

  private void add(long hourStart, DayCounts counts, int hour) {
    int b = bucket(hourStart);
    units[b] += counts.units(hour);
    authors[b] += counts.authors(hour);
    documents[b] += counts.documents(hour);
    positive[b] += counts.positive(hour);
    negative[b] += counts.negative(hour);
    authored |= counts.authored(hour) > 0;
    titled |= counts.documents(hour) > counts.authored(hour);
  }

  private SeriesPoint point(int b, boolean noAuthors) {
    boolean seen = false;
    for (long h = Math.floorDiv(edges[b], Timeline.HOUR);
        !seen && h * Timeline.HOUR < edges[b + 1];
        h++) {
      seen = observed.any(h);
    }
    return new SeriesPoint(
        Micros.instant(edges[b]),
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

  /** Starts of the buckets that overlap the span, and the end of the last. */
  private long[] edges() {
    if (span.isEmpty()) {
      return new long[0];
    }
    boolean hourly = query.interval().equals(Duration.ofHours(1));
    var edges = new ArrayList<Long>();
    LocalDay day = LocalDay.of(span.from(), query.zone());
    long end = day.start();
    while (end < span.to()) {
      for (long start = day.start(); start < day.end() && start < span.to(); start = end) {
        end = hourly ? Math.min(start + Timeline.HOUR, day.end()) : day.end();
        if (end > span.from()) {
          edges.add(start);
        }
        if (edges.size() > MAX_BUCKETS) {
          throw new IllegalArgumentException(
              "interval: at most " + MAX_BUCKETS + " buckets are required from "
                  + Micros.instant(span.from()) + " to " + Micros.instant(span.to()));
        }
      }
      day = LocalDay.of(day.date().plusDays(1), query.zone());
    }
    edges.add(end);
    return edges.stream().mapToLong(Long::longValue).toArray();
  }
}
