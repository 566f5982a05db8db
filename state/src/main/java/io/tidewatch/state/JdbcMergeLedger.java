package io.tidewatch.state;

import io.tidewatch.model.identity.LedgerChange;
import io.tidewatch.model.identity.LedgerChange.Merge;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.identity.LedgerEntry.Action;
import io.tidewatch.model.identity.LedgerPerson;
import io.tidewatch.model.identity.LedgerState;
import io.tidewatch.model.identity.LedgerState.Apart;
import io.tidewatch.model.identity.MergeLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Persons, ties and the ledger of merges in tables. The row of the revision lets one write. */
final class JdbcMergeLedger implements MergeLedger {
  private static final String ENTRIES =
      "SELECT e.id, e.made_at, e.deed, e.person_id, e.alias_id, e.undoes, e.identifiers,"
          + " EXISTS (SELECT 1 FROM identity_ledger u WHERE u.undoes = e.id) AS undone"
          + " FROM identity_ledger e ";

  private final Transactions transactions;

  JdbcMergeLedger(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public LedgerState state() {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      // Locks out writers, so that what is read belongs together.
      sql.change("UPDATE identity_revision SET revision = revision WHERE place = 1");
      List<LedgerEntry> entries = sql.select(ENTRIES + "ORDER BY e.id", JdbcMergeLedger::entry);
      Map<String, String> aliases = aliases(entries);
      Set<Long> merges = entries.stream()
          .filter(e -> e.action() == Action.MERGE)
          .map(LedgerEntry::id)
          .collect(Collectors.toSet());
      var apart = new HashSet<Apart>();
      for (LedgerEntry entry : entries) {
        String alias = entry.aliasId();
        if (!entry.undone() && alias != null && merges.contains(entry.undoes())) {
          String one = current(aliases, entry.personId());
          String other = current(aliases, alias);
          if (!one.equals(other)) {
            apart.add(new Apart(one, other));
          }
        }
      }
      var persons = new ArrayList<LedgerPerson>();
      for (LedgerPerson person : sql.select(
          "SELECT id, founder, founded_at FROM person ORDER BY id",
          row -> new LedgerPerson(
              row.getString(1), row.getString(2), Columns.instant(row, "founded_at")))) {
        if (!aliases.containsKey(person.id())) {
          persons.add(person);
        }
      }
      var ties = new HashMap<String, String>();
      sql.select(
          "SELECT identifier_key, person_id FROM identity_tie",
          row -> ties.put(row.getString(1), row.getString(2)));
      return new LedgerState(revision(sql), persons, ties, aliases, apart);
    });
  }

  @Override
  public long revision() {
    return transactions.call(connection -> revision(new Statements(connection)));
  }

  private static long revision(Statements sql) throws SQLException {
    return sql.number("SELECT revision FROM identity_revision WHERE place = 1");
  }

  @Override
  public boolean apply(long revision, LedgerChange change, Instant at) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      if (sql.change(
              "UPDATE identity_revision SET revision = revision + 1"
                  + " WHERE place = 1 AND revision = ?",
              revision)
          == 0) {
        return false;
      }
      sql.each(
          "INSERT INTO person (id, founder, founded_at) VALUES (?, ?, ?)", change.founded(), p ->
              new Object[] {p.id(), p.founder(), p.foundedAt()});
      for (Merge merge : change.merges()) {
        merge(sql, merge, at);
      }
      sql.each("DELETE FROM identity_tie WHERE identifier_key = ?", change.released(), key ->
          new Object[] {key});
      sql.each(
          "DELETE FROM identity_tie WHERE identifier_key = ?", change.ties().keySet(), key ->
              new Object[] {key});
      sql.each(
          "INSERT INTO identity_tie (identifier_key, person_id) VALUES (?, ?)",
          change.ties().entrySet(),
          tie -> new Object[] {tie.getKey(), tie.getValue()});
      return true;
    });
  }

  private static void merge(Statements sql, Merge merge, Instant at) throws SQLException {
    long moved =
        sql.number("SELECT COUNT(*) FROM identity_tie WHERE person_id = ?", merge.aliasId());
    long entry = append(sql, at, Action.MERGE, merge.keptId(), merge.aliasId(), null, moved);
    sql.change(
        "INSERT INTO merged_identifier (entry_id, identifier_key)"
            + " SELECT CAST(? AS BIGINT), identifier_key FROM identity_tie WHERE person_id = ?",
        entry,
        merge.aliasId());
    sql.change(
        "UPDATE identity_tie SET person_id = ? WHERE person_id = ?",
        merge.keptId(),
        merge.aliasId());
  }

  @Override
  public LedgerEntry undo(long id, Instant at) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change("UPDATE identity_revision SET revision = revision + 1 WHERE place = 1");
      LedgerEntry entry =
          sql.select(ENTRIES + "WHERE e.id = ?", JdbcMergeLedger::entry, id).stream()
              .findFirst()
              .orElseThrow(() -> refused(id, "an entry of the ledger is required"));
      String alias = entry.aliasId();
      if (entry.undone()) {
        throw refused(id, "an entry that was not taken back is required");
      }
      if (alias == null) {
        throw refused(id, "a merge or an undoing is required");
      }
      long moved = 0;
      if (entry.action() == Action.MERGE) {
        Map<String, String> aliases =
            aliases(sql.select(ENTRIES + "ORDER BY e.id", JdbcMergeLedger::entry));
        moved = sql.change(
            "UPDATE identity_tie SET person_id = ? WHERE person_id = ? AND identifier_key IN"
                + " (SELECT identifier_key FROM merged_identifier WHERE entry_id = ?)",
            alias,
            current(aliases, entry.personId()),
            id);
      }
      long undo = append(sql, at, Action.UNDO, entry.personId(), alias, id, moved);
      return sql.select(ENTRIES + "WHERE e.id = ?", JdbcMergeLedger::entry, undo)
          .getFirst();
    });
  }

  private static IllegalArgumentException refused(long id, String rule) {
    return new IllegalArgumentException("id: " + rule + ", got " + id);
  }

  @Override
  public List<LedgerEntry> entries(int limit) {
    return transactions.call(connection -> List.copyOf(new Statements(connection)
        .select(ENTRIES + "ORDER BY e.id DESC LIMIT ?", JdbcMergeLedger::entry, limit)));
  }

  @Override
  public long erase(Set<String> keys, Instant at) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change("UPDATE identity_revision SET revision = revision + 1 WHERE place = 1");
      var persons = new TreeSet<String>();
      long forgotten = 0;
      for (String key : keys) {
        persons.addAll(sql.select(
            "SELECT person_id FROM identity_tie WHERE identifier_key = ?",
            row -> row.getString(1),
            key));
        forgotten += sql.change("DELETE FROM identity_tie WHERE identifier_key = ?", key);
        sql.change("DELETE FROM merged_identifier WHERE identifier_key = ?", key);
        persons.addAll(
            sql.select("SELECT id FROM person WHERE founder = ?", row -> row.getString(1), key));
        sql.change("DELETE FROM person WHERE founder = ?", key);
      }
      for (String person : persons) {
        if (sql.number("SELECT COUNT(*) FROM identity_tie WHERE person_id = ?", person) == 0) {
          sql.change("DELETE FROM person WHERE id = ?", person);
          append(sql, at, Action.ERASE, person, null, null, forgotten);
        }
      }
      return forgotten;
    });
  }

  private static long append(
      Statements sql,
      Instant at,
      Action action,
      String person,
      @Nullable String alias,
      @Nullable Long undoes,
      long identifiers)
      throws SQLException {
    long id = sql.number("SELECT COALESCE(MAX(id), 0) + 1 FROM identity_ledger");
    sql.change(
        "INSERT INTO identity_ledger (id, made_at, deed, person_id, alias_id, undoes, identifiers)"
            + " VALUES (?, ?, ?, ?, ?, CAST(? AS BIGINT), ?)",
        id,
        at,
        action.name(),
        person,
        alias,
        undoes,
        identifiers);
    return id;
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    long undoes = row.getLong("undoes");
    return new LedgerEntry(
        row.getLong("id"),
        Columns.instant(row, "made_at"),
        Action.valueOf(row.getString("deed")),
        row.getString("person_id"),
        row.getString("alias_id"),
        undoes == 0 ? null : Long.valueOf(undoes),
        row.getLong("identifiers"),
        row.getBoolean("undone"));
  }

  /** Who stands for whom after all merges that were not taken back. */
  private static Map<String, String> aliases(List<LedgerEntry> entries) {
    var direct = new HashMap<String, String>();
    for (LedgerEntry entry : entries) {
      String alias = entry.aliasId();
      if (entry.action() == Action.MERGE && !entry.undone() && alias != null) {
        direct.put(alias, entry.personId());
      }
    }
    var last = new HashMap<String, String>();
    direct.keySet().forEach(alias -> last.put(alias, current(direct, alias)));
    return last;
  }

  private static String current(Map<String, String> aliases, String person) {
    String at = person;
    for (int steps = 0; aliases.containsKey(at) && steps <= aliases.size(); steps++) {
      at = aliases.getOrDefault(at, at);
    }
    return at;
  }
}
