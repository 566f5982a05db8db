package io.tidewatch.state;

import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Firing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads alerts with their firings. */
final class AlertRows {
  private AlertRows() {}

  /**
   * The alerts that {@code choice} picks.
   *
   * @param choice the rest of a query over the table of alerts
   * @param order of the answer, over the alias {@code a}
   * @param values parameters of {@code choice}
   */
  static List<Alert> select(
      Transactions transactions, String choice, String order, @Nullable Object... values) {
    return transactions.call(connection -> {
      String sql = "SELECT a.*, f.rising_key, f.name AS firing_name, f.measured, f.units,"
          + " f.expected, f.evidence FROM alert a JOIN firing f ON f.alert_id = a.id"
          + " WHERE a.id IN (SELECT id FROM alert "
          + choice
          + ") ORDER BY "
          + order
          + ", f.place";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Columns.set(statement, values);
        try (ResultSet row = statement.executeQuery()) {
          return read(row);
        }
      }
    });
  }

  private static List<Alert> read(ResultSet row) throws SQLException {
    var alerts = new LinkedHashMap<String, Alert>();
    var firings = new LinkedHashMap<String, List<Firing>>();
    while (row.next()) {
      String id = row.getString("id");
      var own = firings.computeIfAbsent(id, key -> new ArrayList<>());
      own.add(firing(row));
      if (own.size() == 1) {
        alerts.put(id, alert(row, own));
      }
    }
    return alerts.values().stream()
        .map(alert -> with(alert, firings.get(alert.id())))
        .toList();
  }

  private static Firing firing(ResultSet row) throws SQLException {
    double expected = row.getDouble("expected");
    Double orNull = row.wasNull() ? null : expected;
    return new Firing(
        row.getString("rising_key"),
        row.getString("firing_name"),
        row.getDouble("measured"),
        row.getLong("units"),
        orNull,
        Columns.items(row.getString("evidence")));
  }

  private static Alert alert(ResultSet row, List<Firing> firings) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("rule_id"),
        row.getString("rule_name"),
        row.getString("webhook"),
        Columns.instant(row, "as_of"),
        Columns.instant(row, "created_at"),
        Alert.State.valueOf(row.getString("state")),
        firings,
        row.getInt("attempts"),
        Columns.instant(row, "next_attempt"),
        Columns.optionalInstant(row, "delivered_at"),
        row.getString("last_error"));
  }

  private static Alert with(Alert a, @Nullable List<Firing> firings) {
    return new Alert(
        a.id(),
        a.ruleId(),
        a.ruleName(),
        a.webhook(),
        a.asOf(),
        a.createdAt(),
        a.state(),
        firings == null ? a.firings() : firings,
        a.attempts(),
        a.nextAttempt(),
        a.deliveredAt(),
        a.lastError());
  }
}
