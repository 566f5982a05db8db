package io.tidewatch.state;

import io.tidewatch.model.group.SavedSegment;
import io.tidewatch.model.group.SegmentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Segments in a table. */
final class JdbcSegments implements SegmentStore {
  private static final String SELECT = "SELECT name, query, saved_at FROM saved_segment ";

  private final Transactions transactions;

  JdbcSegments(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void save(SavedSegment segment) {
    transactions.call(connection -> {
      var sql = new Statements(connection);
      return sql.change(
                  "UPDATE saved_segment SET query = ?, saved_at = ? WHERE name = ?",
                  segment.query(),
                  segment.savedAt(),
                  segment.name())
              > 0
          ? 0
          : sql.change(
              "INSERT INTO saved_segment (query, saved_at, name) VALUES (?, ?, ?)",
              segment.query(),
              segment.savedAt(),
              segment.name());
    });
  }

  /** Sorted here, since databases order texts each in its own way. */
  @Override
  public List<SavedSegment> list() {
    return transactions.call(connection -> new Statements(connection)
        .select(SELECT, JdbcSegments::segment).stream()
            .sorted(java.util.Comparator.comparing(SavedSegment::name))
            .toList());
  }

  @Override
  public Optional<SavedSegment> get(String name) {
    return transactions.call(connection -> new Statements(connection)
        .select(SELECT + "WHERE name = ?", JdbcSegments::segment, name).stream().findFirst());
  }

  @Override
  public boolean delete(String name) {
    return transactions.call(connection ->
        new Statements(connection).change("DELETE FROM saved_segment WHERE name = ?", name) > 0);
  }

  private static SavedSegment segment(ResultSet row) throws SQLException {
    return new SavedSegment(
        row.getString("name"), row.getString("query"), Columns.instant(row, "saved_at"));
  }
}
