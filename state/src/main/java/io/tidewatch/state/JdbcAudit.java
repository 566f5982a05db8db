package io.tidewatch.state;

import io.tidewatch.model.audit.AuditEntry;
import io.tidewatch.model.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of profiles and exports in a table. */
final class JdbcAudit implements AuditLog {
  private static final String SELECT =
      "SELECT asked_at, caller, action, query, size, thresholds, outcome FROM audit_line ";

  private final Transactions transactions;

  JdbcAudit(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void write(AuditEntry entry) {
    transactions.call(connection -> new Statements(connection)
        .change(
            "INSERT INTO audit_line (asked_at, caller, action, query, size, thresholds, outcome)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
            entry.at(),
            entry.caller(),
            entry.action(),
            entry.query(),
            entry.size(),
            entry.thresholds(),
            entry.outcome()));
  }

  @Override
  public List<AuditEntry> list(@Nullable String action, int limit) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      return action == null
          ? sql.select(SELECT + "ORDER BY id DESC LIMIT ?", JdbcAudit::entry, limit)
          : sql.select(
              SELECT + "WHERE action = ? ORDER BY id DESC LIMIT ?",
              JdbcAudit::entry,
              action,
              limit);
    });
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Columns.instant(row, "asked_at"),
        row.getString("caller"),
        row.getString("action"),
        row.getString("query"),
        row.getLong("size"),
        row.getString("thresholds"),
        row.getString("outcome"));
  }
}
