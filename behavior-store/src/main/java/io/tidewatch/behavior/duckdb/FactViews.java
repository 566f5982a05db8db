package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactLayout;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.WindowViews;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The live facts as SQL: each key once in its newest version, tombstones left out. What has arrived
 * since the last compaction always replaces what the partitions hold.
 */
final class FactViews implements WindowViews.Dialect {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final FactLayout layout;
  private final Set<FactType> arrivals;

  /** Views over the layout and the tables of those types that arrived since. */
  FactViews(FactLayout layout, Set<FactType> arrivals) {
    this.layout = layout;
    this.arrivals = arrivals;
  }

  FactLayout layout() {
    return layout;
  }

  /** Types that have rows outside the layout. */
  Set<FactType> arrivals() {
    return arrivals;
  }

  /** All live facts of a type: id, event_at and the columns. */
  String all(FactType type, FactColumn... columns) {
    return between(type, EARLIEST, LATEST, columns);
  }

  /** The live facts of a type with event time in [from, to): id, event_at and the columns. */
  String between(FactType type, Instant from, Instant to, FactColumn... columns) {
    return facts(type, from, to, Stream.of(columns).map(FactColumn::column).toList());
  }

  @Override
  public String facts(FactType type, Instant from, Instant to, List<String> columns) {
    Instant first = from.isBefore(EARLIEST) ? EARLIEST : from;
    Instant end = to.isAfter(LATEST) ? LATEST : to;
    if (!first.isBefore(end)) {
      return arrived(type, " AND false", columns);
    }
    List<Path> files = layout.files(type, day(first), day(end));
    String range = " AND event_at >= " + SqlLiterals.timestamp(first) + " AND event_at < "
        + SqlLiterals.timestamp(end);
    if (files.isEmpty()) {
      return arrived(type, range, columns);
    }
    return arrivals.contains(type)
        ? compacted(type, files, range, columns) + " UNION ALL " + arrived(type, range, columns)
        : compacted(type, files, range, columns);
  }

  @Override
  public String each(String list) {
    return "unnest(" + list + ")";
  }

  @Override
  public String numbered(String columns, String shown) {
    return "SELECT " + columns + ", unnest(results) AS product_id,"
        + " unnest(generate_series(1, len(results))) AS list_position FROM (" + shown + ") shown";
  }

  private String compacted(FactType type, List<Path> files, String range, List<String> columns) {
    String select = "SELECT " + names(columns) + " FROM "
        + SqlLiterals.parquet(files, SqlLiterals.PLAIN) + " f WHERE NOT deleted" + range;
    return arrivals.contains(type)
        ? select + " AND NOT EXISTS (SELECT 1 FROM " + FactTables.arrivals(type)
            + " a WHERE a.key_hash = f.key_hash AND a.id = f.id)"
        : select;
  }

  private static String arrived(FactType type, String range, List<String> columns) {
    return "SELECT " + names(columns) + " FROM (SELECT *, row_number() OVER (PARTITION BY id"
        + " ORDER BY version_at DESC, arrival DESC) AS place FROM "
        + FactTables.arrivals(type) + ") newest WHERE place = 1 AND NOT deleted" + range;
  }

  private static String names(List<String> columns) {
    return columns.stream().map(c -> ", " + c).collect(Collectors.joining("", "id, event_at", ""));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
