package io.tidewatch.trend.eval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Known events against all (day, key) rows: every local day is scored at its end over its 24 hours,
 * all rows of the period are ranked together, and the trial asks how many of the first R are events,
 * R being the number of events.
 *
 * <p>A row is right when it names an event's key on a day from the event's first to one after its
 * last; each event counts once and its further rows are neither right nor wrong, for every method
 * alike. Ties are broken by a hash that knows no method.
 */
public final class EventTrial {
  private static final int DAY = 24;

  private final CountHistory history;
  private final List<Event> events;
  private final Predicate<LocalDate> judged;

  /** Something that happened to a key from one local day to another, both inside. */
  public record Event(String key, LocalDate first, LocalDate last) {}

  /** A ranked row. */
  public record Row(LocalDate day, String key, double score, int count, boolean right) {}

  /**
   * @param judged the days whose events are known
   */
  public EventTrial(CountHistory history, List<Event> events, Predicate<LocalDate> judged) {
    this.history = history;
    this.judged = judged;
    this.events = events.stream().filter(e -> judged.test(e.first())).toList();
  }

  /** Number of events, R. */
  public int events() {
    return events.size();
  }

  /** Precision at R, at R/2 and at 2R rows, and average precision. */
  public List<Figure> figures(TrendMethod method) {
    List<Row> rows = ranked(method);
    return List.of(
        precision(method, rows, "precision at as many rows as events", events.size()),
        precision(method, rows, "precision at half as many", events.size() / 2),
        precision(method, rows, "precision at twice as many", events.size() * 2),
        new Figure(method.name(), "average precision", averagePrecision(rows), events.size()));
  }

  /** Mean over the events of the precision at the row that finds each. */
  private double averagePrecision(List<Row> rows) {
    double sum = 0;
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).right()) {
        right++;
        sum += (double) right / (i + 1);
      }
    }
    return events.isEmpty() ? 0 : sum / events.size();
  }

  private static Figure precision(TrendMethod method, List<Row> rows, String metric, int n) {
    int cut = Math.min(n, rows.size());
    long right = rows.subList(0, cut).stream().filter(Row::right).count();
    return new Figure(method.name(), metric, cut == 0 ? 0 : (double) right / cut, cut);
  }

  /** Rows best first, each event once. */
  public List<Row> ranked(TrendMethod method) {
    Map<String, List<Event>> byKey = new HashMap<>();
    events.forEach(e -> byKey.computeIfAbsent(e.key(), k -> new ArrayList<>()).add(e));
    Set<Event> taken = new HashSet<>();
    var rows = new ArrayList<Row>();
    for (Row row : scored(method)) {
      List<Event> matching = byKey.getOrDefault(row.key(), List.of()).stream()
          .filter(
              e -> !row.day().isBefore(e.first()) && !row.day().isAfter(e.last().plusDays(1)))
          .toList();
      Event free = matching.stream().filter(e -> !taken.contains(e)).findFirst().orElse(null);
      if (free != null) {
        taken.add(free);
      }
      if (free != null || matching.isEmpty()) {
        rows.add(new Row(row.day(), row.key(), row.score(), row.count(), free != null));
      }
    }
    return rows;
  }

  private List<Row> scored(TrendMethod method) {
    var rows = new ArrayList<Row>();
    LocalDate day = day(0);
    for (int end = firstMidnight(); end <= history.length(); end += DAY) {
      day = day(end - 1);
      Past past = new Past(history, end);
      if (!judged.test(day) || past.observed(end - DAY, end) == 0) {
        continue;
      }
      int[] keys = past.active(DAY);
      TrendMethod.Scores scores = method.at(past, DAY, keys);
      for (int key : keys) {
        String name = history.keys().get(key);
        rows.add(new Row(day, name, scores.of(key), past.count(key, end - DAY, end), false));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::score)
        .reversed()
        .thenComparingInt(r -> (r.day().toString() + r.key()).hashCode() * 0x9E3779B9));
    return rows;
  }

  private int firstMidnight() {
    int h = 0;
    while (local(h).getHour() != 0) {
      h++;
    }
    return h + DAY;
  }

  private LocalDate day(int hour) {
    return local(hour).toLocalDate();
  }

  private java.time.ZonedDateTime local(int hour) {
    return Instant.ofEpochSecond((history.firstHour() + hour) * 3600).atZone(history.zone());
  }
}
