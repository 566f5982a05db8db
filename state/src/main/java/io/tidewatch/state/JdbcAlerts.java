package io.tidewatch.state;

import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.AlertLog;
import io.tidewatch.model.rule.Episode;
import io.tidewatch.model.rule.Firing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of alerts in tables. */
final class JdbcAlerts implements AlertLog {
  private static final String PENDING = Alert.State.PENDING.name();

  private final Transactions transactions;

  JdbcAlerts(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Instant> evaluatedTo(String ruleId) {
    return transactions.call(connection ->
        one(connection, "SELECT evaluated_to AS at FROM saved_rule WHERE id = ?", ruleId));
  }

  @Override
  public Optional<Instant> lastEvaluation() {
    return transactions.call(
        connection -> one(connection, "SELECT MAX(evaluated_at) AS at FROM saved_rule"));
  }

  private static Optional<Instant> one(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(Columns.optionalInstant(row, "at"))
            : Optional.empty();
      }
    }
  }

  @Override
  public List<Episode> episodes(String ruleId) {
    return transactions.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(
          "SELECT rising_key, opened, last_fired FROM episode WHERE rule_id = ?"
              + " ORDER BY rising_key")) {
        Columns.set(statement, ruleId);
        var episodes = new ArrayList<Episode>();
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            episodes.add(new Episode(
                row.getString("rising_key"),
                Columns.instant(row, "opened"),
                Columns.instant(row, "last_fired")));
          }
        }
        return List.copyOf(episodes);
      }
    });
  }

  @Override
  public boolean record(
      String ruleId, Instant asOf, Instant now, List<Episode> episodes, @Nullable Alert alert) {
    return transactions.call(connection -> {
      // The row of the rule is locked by this change until the whole evaluation is written.
      int advanced = change(
          connection,
          "UPDATE saved_rule SET evaluated_to = ?, evaluated_at = ?"
              + " WHERE id = ? AND (evaluated_to IS NULL OR evaluated_to < ?)",
          asOf,
          now,
          ruleId,
          asOf);
      if (advanced == 0) {
        return false;
      }
      change(connection, "DELETE FROM episode WHERE rule_id = ?", ruleId);
      for (Episode episode : episodes) {
        change(
            connection,
            "INSERT INTO episode (rule_id, rising_key, opened, last_fired) VALUES (?, ?, ?, ?)",
            ruleId,
            episode.key(),
            episode.opened(),
            episode.lastFired());
      }
      if (alert != null) {
        append(connection, alert);
      }
      return true;
    });
  }

  private static void append(Connection connection, Alert alert) throws SQLException {
    if (one(connection, "SELECT as_of AS at FROM alert WHERE id = ?", alert.id())
        .isPresent()) {
      return;
    }
    change(
        connection,
        "INSERT INTO alert (id, rule_id, rule_name, webhook, as_of, created_at, state, attempts,"
            + " next_attempt, delivered_at, last_error) VALUES (?" + ", ?".repeat(10) + ")",
        alert.id(),
        alert.ruleId(),
        alert.ruleName(),
        alert.webhook(),
        alert.asOf(),
        alert.createdAt(),
        alert.state().name(),
        alert.attempts(),
        alert.nextAttempt(),
        alert.deliveredAt(),
        alert.lastError());
    int place = 0;
    for (Firing firing : alert.firings()) {
      change(
          connection,
          "INSERT INTO firing (alert_id, place, rising_key, name, measured, units, expected,"
              + " evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          alert.id(),
          place++,
          firing.key(),
          firing.name(),
          firing.value(),
          firing.count(),
          firing.expected(),
          Columns.lines(firing.evidence()));
    }
  }

  @Override
  public List<Alert> due(Instant now, int limit) {
    return AlertRows.select(
        transactions,
        "WHERE state = ? AND next_attempt <= ? ORDER BY created_at, id LIMIT ?",
        "a.created_at, a.id",
        PENDING,
        now,
        limit);
  }

  @Override
  public List<Alert> list(@Nullable String ruleId, int limit) {
    String order = " ORDER BY as_of DESC, id LIMIT ?";
    return ruleId == null
        ? AlertRows.select(transactions, order, "a.as_of DESC, a.id", limit)
        : AlertRows.select(
            transactions, "WHERE rule_id = ?" + order, "a.as_of DESC, a.id", ruleId, limit);
  }

  @Override
  public boolean claim(String alertId, Instant now, Instant retryAt) {
    // Compared as it is kept, so that what was due a microsecond ago is due.
    return update(
            "UPDATE alert SET attempts = attempts + 1, next_attempt = ?"
                + " WHERE id = ? AND state = ? AND next_attempt <= ?",
            retryAt,
            alertId,
            PENDING,
            now.truncatedTo(ChronoUnit.MICROS))
        > 0;
  }

  @Override
  public void delivered(String alertId, Instant at) {
    update(
        "UPDATE alert SET state = ?, delivered_at = ?, last_error = NULL"
            + " WHERE id = ? AND state <> ?",
        Alert.State.DELIVERED.name(),
        at,
        alertId,
        Alert.State.DELIVERED.name());
  }

  @Override
  public void failed(String alertId, String error, Instant retryAt) {
    update(
        "UPDATE alert SET last_error = ?, next_attempt = ? WHERE id = ? AND state = ?",
        error,
        retryAt,
        alertId,
        PENDING);
  }

  @Override
  public Backlog backlog() {
    return transactions.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(
          "SELECT COUNT(*) AS pending, COUNT(last_error) AS failing, MIN(created_at) AS oldest,"
              + " (SELECT last_error FROM alert WHERE state = ? AND last_error IS NOT NULL"
              + " ORDER BY next_attempt DESC, id LIMIT 1) AS last_error"
              + " FROM alert WHERE state = ?")) {
        Columns.set(statement, PENDING, PENDING);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return new Backlog(
              row.getLong("pending"),
              row.getLong("failing"),
              Columns.optionalInstant(row, "oldest"),
              row.getString("last_error"));
        }
      }
    });
  }

  private int update(String sql, @Nullable Object... values) {
    return transactions.call(connection -> change(connection, sql, values));
  }

  private static int change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.set(statement, values);
      return statement.executeUpdate();
    }
  }
}
