package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactType;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads over everything that is stored. */
final class StoreReads {
  private static final String BELIEVED = " WHERE event_at <= received_at + INTERVAL '1' DAY";

  private final Session session;
  private final FactViews views;

  StoreReads(Session session, FactViews views) {
    this.session = session;
    this.views = views;
  }

  /** Live records by type, in order of type; types without records are left out. */
  List<TypeCount> counts() throws SQLException {
    String counted = Arrays.stream(FactType.values())
        .map(type -> "SELECT " + SqlLiterals.text(type.label()) + " AS type, count(*) AS records"
            + " FROM (" + views.all(type) + ") live")
        .collect(Collectors.joining(" UNION ALL "));
    var counts = new ArrayList<TypeCount>();
    session.query(
        "SELECT type, records FROM (" + counted + ") counted WHERE records > 0 ORDER BY type",
        row -> counts.add(new TypeCount(row.getString(1), row.getLong(2))));
    return counts;
  }

  /**
   * The newest event time of live behaviour; looks at days from the newest back. An event that lies
   * more than a day after its arrival is not believed, unless there is no other.
   */
  Optional<Instant> newestEventTime() throws SQLException {
    var days = new TreeSet<LocalDate>();
    for (FactType type : FactType.values()) {
      if (type.isBehavior()) {
        days.addAll(views.layout().days(type).keySet());
        if (views.arrivals().contains(type)) {
          session.query(
              "SELECT DISTINCT CAST(event_at AS DATE) FROM " + FactTables.arrivals(type),
              row -> days.add(row.getObject(1, LocalDate.class)));
        }
      }
    }
    for (String believed : List.of(BELIEVED, "")) {
      for (LocalDate day : days.descendingSet()) {
        Optional<Instant> newest = newest(day, believed);
        if (newest.isPresent()) {
          return newest;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> newest(LocalDate day, String condition) throws SQLException {
    Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant to = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    String events = Arrays.stream(FactType.values())
        .filter(FactType::isBehavior)
        .map(type -> "SELECT event_at FROM (" + views.facts(type, from, to, List.of("received_at"))
            + ") live" + condition)
        .collect(Collectors.joining(" UNION ALL "));
    var newest = new ArrayList<Instant>();
    session.query(
        "SELECT event_at FROM (" + events + ") of_day ORDER BY event_at DESC LIMIT 1",
        row -> newest.add(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    return newest.stream().findFirst();
  }
}
