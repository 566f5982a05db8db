package io.tidewatch.api.alert;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.model.trend.DuplicateGroup;
import io.tidewatch.model.trend.GroupQuery;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.Mover;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Talk made of marked hours: a key scores, and grows by, the marked hours of the window; each marked
 * hour has ten documents of which the mark says how many are negative. Remembers how far was read.
 */
final class FakeTalk implements TrendQueries {
  record Mark(String key, Instant hour, int negative) {}

  final List<Mark> marks = new ArrayList<>();
  Instant oldest = Instant.MAX;
  Instant newest = Instant.MIN;
  Instant readTo = Instant.MIN;

  @Override
  public List<RisingRow> rising(RisingQuery query) {
    Instant to = Objects.requireNonNull(query.asOf());
    List<Mark> in = in(to.minus(query.window()), to);
    return in.stream()
        .map(Mark::key)
        .distinct()
        .map(key -> row(key, query, in.stream().filter(m -> m.key().equals(key)).count(), to))
        .sorted(
            Comparator.comparingDouble(RisingRow::score).reversed().thenComparing(RisingRow::key))
        .limit(query.top())
        .toList();
  }

  private RisingRow row(String key, RisingQuery query, long n, Instant to) {
    return new RisingRow(
        key,
        "name of " + key,
        query.kind(),
        List.of(),
        "authors",
        10 * n,
        10 * n,
        10 * n,
        1.5,
        n,
        new Interval3(n / 2.0, n, 2.0 * n),
        null,
        "rising",
        to.minus(query.window()),
        List.of("weibo/" + key));
  }

  @Override
  public List<SeriesPoint> series(SeriesQuery query) {
    Instant to = Objects.requireNonNull(query.to());
    var points = new ArrayList<SeriesPoint>();
    points.add(new SeriesPoint(to, null, null, null, null, null, false));
    for (Mark mark : in(Objects.requireNonNull(query.from()), to)) {
      if (mark.key().equals(query.query())) {
        points.add(new SeriesPoint(mark.hour(), 9L, 9L, 10L, 0L, (long) mark.negative(), true));
      }
    }
    return points;
  }

  private List<Mark> in(Instant from, Instant to) {
    if (to.isAfter(readTo)) {
      readTo = to;
    }
    return marks.stream()
        .filter(m -> !m.hour().isBefore(from) && m.hour().isBefore(to))
        .toList();
  }

  @Override
  public SearchPage search(SearchQuery query) {
    return new SearchPage(List.of(), null, List.of());
  }

  @Override
  public long count(SearchQuery query) {
    return 0;
  }

  @Override
  public List<ShareRow> share(ShareQuery query) {
    return List.of();
  }

  /** A key is at a new level from its mark on, as high as the mark says, once the mark is a week old. */
  @Override
  public List<Mover> movers(MoverQuery query) {
    Instant to = Objects.requireNonNull(query.asOf());
    return in(to.minus(Duration.ofDays(query.days())), to).stream()
        .filter(mark -> !mark.hour().isAfter(to.minus(Duration.ofDays(7))))
        .map(mark -> new Mover(
            mark.key(),
            "name of " + mark.key(),
            query.kind(),
            "authors",
            mark.key().startsWith("climb") ? "climb" : "level",
            LocalDate.ofInstant(mark.hour(), query.zone()),
            70,
            new Interval3(mark.negative(), mark.negative() + 1, mark.negative() + 2),
            9,
            List.of("weibo/" + mark.key())))
        .toList();
  }

  @Override
  public List<DuplicateGroup> groups(GroupQuery query) {
    return List.of();
  }

  @Override
  public List<Candidate> candidates(CandidateQuery query) {
    return List.of();
  }

  @Override
  public Optional<StoredDocument> document(DocumentKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
  }

  @Override
  public List<SourceStatus> sources() {
    return newest.equals(Instant.MIN)
        ? List.of()
        : List.of(new SourceStatus("weibo", 1, oldest, newest, newest));
  }

  @Override
  public long count() {
    return marks.size();
  }
}
