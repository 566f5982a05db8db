package io.tidewatch.state;

import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.rule.RuleStore;
import io.tidewatch.model.trend.KeyKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules in a table. */
final class JdbcRules implements RuleStore {
  private static final String COLUMNS =
      "name, detector, kind, keys, query, threshold, at_least, window_hours, every_hours, webhook,"
          + " muted_until, created_at";

  private final Transactions transactions;

  JdbcRules(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A condition as columns; what a detector does not have is null. */
  private record Flat(
      @Nullable String kind,
      @Nullable String keys,
      @Nullable String query,
      @Nullable Integer atLeast) {

    static Flat of(Condition condition) {
      return switch (condition) {
        case Condition.Rising c -> new Flat(c.kind().label(), Columns.lines(c.keys()), null, null);
        case Condition.Growth c -> new Flat(c.kind().label(), Columns.lines(c.keys()), null, null);
        case Condition.Level c -> new Flat(c.kind().label(), Columns.lines(c.keys()), null, null);
        case Condition.Climb c -> new Flat(c.kind().label(), Columns.lines(c.keys()), null, null);
        case Condition.Count c -> new Flat(null, null, c.query(), null);
        case Condition.Negative c -> new Flat(null, null, c.query(), c.atLeast());
      };
    }
  }

  @Override
  public void save(Rule rule) {
    transactions.call(connection -> {
      Flat flat = Flat.of(rule.condition());
      @Nullable
      Object[] values = {
        rule.name(),
        rule.condition().detector(),
        flat.kind(),
        flat.keys(),
        flat.query(),
        rule.condition().threshold(),
        flat.atLeast(),
        rule.window().toHours(),
        rule.every().toHours(),
        rule.webhook(),
        rule.mutedUntil(),
        rule.createdAt(),
        rule.id()
      };
      String update =
          "UPDATE saved_rule SET " + COLUMNS.replace(",", " = ?,") + " = ? WHERE id = ?";
      String insert =
          "INSERT INTO saved_rule (" + COLUMNS + ", id) VALUES (?" + ", ?".repeat(12) + ")";
      return change(connection, update, values) > 0 ? 0 : change(connection, insert, values);
    });
  }

  private static int change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.set(statement, values);
      return statement.executeUpdate();
    }
  }

  @Override
  public List<Rule> list() {
    return select("ORDER BY created_at, id");
  }

  @Override
  public Optional<Rule> get(String id) {
    return select("WHERE id = ?", id).stream().findFirst();
  }

  @Override
  public boolean delete(String id) {
    return transactions.call(connection -> {
      if (change(connection, "DELETE FROM saved_rule WHERE id = ?", id) == 0) {
        return false;
      }
      change(
          connection,
          "UPDATE alert SET state = ? WHERE rule_id = ? AND state = ?",
          Alert.State.DROPPED.name(),
          id,
          Alert.State.PENDING.name());
      return true;
    });
  }

  private List<Rule> select(String rest, @Nullable Object... values) {
    return transactions.call(connection -> {
      String sql = "SELECT id, " + COLUMNS + " FROM saved_rule " + rest;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Columns.set(statement, values);
        var rules = new ArrayList<Rule>();
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            rules.add(rule(row));
          }
        }
        return List.copyOf(rules);
      }
    });
  }

  private static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        row.getString("id"),
        row.getString("name"),
        condition(row),
        Duration.of(row.getInt("window_hours"), ChronoUnit.HOURS),
        Duration.of(row.getInt("every_hours"), ChronoUnit.HOURS),
        row.getString("webhook"),
        Columns.optionalInstant(row, "muted_until"),
        Columns.instant(row, "created_at"));
  }

  private static Condition condition(ResultSet row) throws SQLException {
    double threshold = row.getDouble("threshold");
    String detector = row.getString("detector");
    return switch (detector) {
      case "rising" ->
        new Condition.Rising(kind(row), Columns.items(row.getString("keys")), threshold);
      case "growth" ->
        new Condition.Growth(kind(row), Columns.items(row.getString("keys")), threshold);
      case "level" ->
        new Condition.Level(kind(row), Columns.items(row.getString("keys")), threshold);
      case "climb" ->
        new Condition.Climb(kind(row), Columns.items(row.getString("keys")), threshold);
      case "count" -> new Condition.Count(text(row, "query"), threshold);
      case "sentiment" ->
        new Condition.Negative(text(row, "query"), threshold, row.getInt("at_least"));
      default ->
        throw new SQLException(
            "detector: rising, growth, level, climb, count or sentiment is required, got "
                + detector);
    };
  }

  private static KeyKind kind(ResultSet row) throws SQLException {
    return KeyKind.valueOf(text(row, "kind").toUpperCase(java.util.Locale.ROOT));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
