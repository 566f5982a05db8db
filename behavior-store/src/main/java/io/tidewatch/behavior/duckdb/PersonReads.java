package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.JsonText;
import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.SeenIdentifier;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads of what is known of people. */
final class PersonReads {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private final Session session;
  private final FactViews views;

  PersonReads(Session session, FactViews views) {
    this.session = session;
    this.views = views;
  }

  void links(Instant before, Consumer<LinkFact> sink) throws SQLException {
    run("identity-links", before, row -> {
      double given = row.getDouble(7);
      Double confidence = row.wasNull() ? null : Double.valueOf(given);
      sink.accept(new LinkFact(
          row.getString(1),
          new Identifier(row.getString(2), row.getString(3)),
          new Identifier(row.getString(4), row.getString(5)),
          row.getString(6),
          confidence,
          row.getString(8),
          time(row, 9)));
    });
  }

  void consents(Instant before, Consumer<ConsentFact> sink) throws SQLException {
    run(
        "consents",
        before,
        row -> sink.accept(new ConsentFact(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getBoolean(4),
            row.getString(5),
            time(row, 6))));
  }

  void attributes(Instant before, Consumer<AttributeFact> sink) throws SQLException {
    run("person-attributes", before, row -> {
      String attributes = row.getString(2);
      sink.accept(new AttributeFact(
          row.getString(1),
          attributes == null ? Map.of() : JsonText.read(attributes),
          row.getString(3),
          time(row, 4)));
    });
  }

  void seen(Instant before, Consumer<SeenIdentifier> sink) throws SQLException {
    run(
        "seen-identifiers",
        before,
        row -> sink.accept(new SeenIdentifier(
            row.getString(1), row.getString(2), row.getString(3), row.getLong(4))));
  }

  void stores(Instant before, Consumer<String> sink) throws SQLException {
    run("sensing-stores", before, row -> sink.accept(row.getString(1)));
  }

  void devices(Window window, String storeId, Consumer<String> sink) throws SQLException {
    run("sensed-devices", window, row -> {
      if (row.getString(1).equals(storeId)) {
        sink.accept(row.getString(2));
      }
    });
  }

  private void run(String name, Instant before, Session.RowReader reader) throws SQLException {
    Instant end = before.isAfter(EARLIEST) ? before : EARLIEST.plusNanos(1000);
    run(name, new Window(EARLIEST, end, ZoneOffset.UTC), reader);
  }

  private void run(String name, Window window, Session.RowReader reader) throws SQLException {
    String statement = SqlText.named(name);
    var definitions = new WindowViews(views, window);
    session.views(definitions, definitions.neededBy(statement).toArray(String[]::new));
    session.query(statement, reader);
  }

  /** In order of type, time and id. */
  List<StoredRecord> recordsOf(Collection<String> identifiers) throws SQLException {
    var condition = new PersonCondition(identifiers);
    var records = new ArrayList<StoredRecord>();
    for (FactType type : Stream.of(FactType.values())
        .sorted((a, b) -> a.label().compareTo(b.label()))
        .toList()) {
      List<String> columns =
          new ArrayList<>(type.columns().stream().map(FactColumn::column).toList());
      columns.addAll(List.of("source", "updated_at", "received_at", "extra"));
      session.query(
          "SELECT id, event_at, " + String.join(", ", columns) + " FROM ("
              + views.facts(type, EARLIEST, Instant.parse("2200-01-01T00:00:00Z"), columns)
              + ") live WHERE " + condition.isPersons(type) + " OR " + condition.mentions("extra")
              + (type == FactType.USER ? " OR " + condition.mentions("attributes") : "")
              + " ORDER BY event_at, id",
          row -> records.add(new StoredRecord(
              type.label(), row.getString(1), time(row, 2), fields(row, columns))));
    }
    return List.copyOf(records);
  }

  private static Map<String, Object> fields(ResultSet row, List<String> columns)
      throws SQLException {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < columns.size(); i++) {
      switch (row.getObject(i + 3)) {
        case null -> {}
        case Array list -> fields.put(columns.get(i), List.of((Object[]) list.getArray()));
        case java.sql.Timestamp time ->
          fields.put(columns.get(i), time.toLocalDateTime().toInstant(ZoneOffset.UTC));
        case Object value -> fields.put(columns.get(i), value);
      }
    }
    return fields;
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
