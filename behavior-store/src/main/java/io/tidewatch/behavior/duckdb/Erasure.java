package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactLayout;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.Replacement;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Rewrites the days on which a person is, without the person's rows and without mentions in unknown
 * fields. Nothing may lie among the arrivals.
 */
final class Erasure {
  private final FactFiles files;
  private final Session session;
  private final PersonCondition condition;

  Erasure(FactFiles files, Session session, Collection<String> identifiers) {
    this.files = files;
    this.session = session;
    this.condition = new PersonCondition(identifiers);
  }

  /** What to replace, and how many rows each type loses by it. */
  record Plan(Replacement replacement, List<TypeCount> removed) {}

  /** Writes the days without the person as temporary files. */
  Plan prepare() throws SQLException, IOException {
    Path folder = files.freshTemporaryFolder("erasure");
    FactLayout layout = files.layout();
    var moves = new ArrayList<Replacement.Move>();
    var deletions = new ArrayList<Path>();
    var removed = new ArrayList<TypeCount>();
    for (FactType type : FactType.values()) {
      List<Path> all = layout.files(type);
      if (all.isEmpty()) {
        continue;
      }
      var days = new TreeSet<LocalDate>();
      session.query(
          "SELECT DISTINCT day FROM " + SqlLiterals.parquet(all, SqlLiterals.PARTITIONED)
              + " WHERE " + condition.isPersons(type) + " OR " + condition.mentions("extra")
              + (type == FactType.USER ? " OR " + condition.mentions("attributes") : ""),
          row -> days.add(row.getObject(1, LocalDate.class)));
      if (days.isEmpty()) {
        continue;
      }
      List<Path> old = days.stream()
          .flatMap(day -> layout.days(type).getOrDefault(day, List.of()).stream())
          .toList();
      session.query(
          "SELECT count(*) FROM " + SqlLiterals.parquet(old, SqlLiterals.PLAIN) + " WHERE "
              + condition.isPersons(type),
          row -> {
            if (row.getLong(1) > 0) {
              removed.add(new TypeCount(type.label(), row.getLong(1)));
            }
          });
      moves.addAll(PartitionWriter.write(
          session,
          files,
          type,
          kept(type, old),
          folder.resolve(type.label()),
          FactFiles.nameFor("erased", old)));
      deletions.addAll(old);
    }
    removed.sort(Comparator.comparing(TypeCount::type));
    return new Plan(new Replacement(moves, deletions, List.of()), List.copyOf(removed));
  }

  private String kept(FactType type, List<Path> old) {
    String columns = FactTables.columns(type).replace(", extra", ", " + clean("extra"));
    if (type == FactType.USER) {
      columns = columns.replace(", attributes,", ", " + clean("attributes") + ",");
    }
    return "SELECT " + columns + ", day FROM " + SqlLiterals.parquet(old, SqlLiterals.PARTITIONED)
        + " WHERE NOT (" + condition.isPersons(type) + ")";
  }

  private String clean(String column) {
    return "CASE WHEN " + condition.mentions(column) + " THEN NULL ELSE " + column + " END AS "
        + column;
  }
}
