package io.tidewatch.state;

import io.tidewatch.model.group.AnsweredGroup;
import io.tidewatch.model.group.GroupMemory;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answered groups and the numbers of their members in tables. One row lets one write. */
final class JdbcGroups implements GroupMemory {
  private static final int PART = 1 << 19;
  private static final String LOCK =
      "UPDATE group_revision SET newest_id = newest_id WHERE place = 1";

  private final Transactions transactions;
  private @Nullable KeyNumbers known;
  private int next;

  JdbcGroups(Transactions transactions) {
    this.transactions = transactions;
  }

  private record Member(long key, int number) {}

  private record Part(long id, Instant answeredAt, Instant asOf, ByteBuffer members) {}

  @Override
  public synchronized int[] numbers(long[] keys) {
    KeyNumbers numbers = known == null ? new KeyNumbers() : known;
    boolean missing = known == null;
    for (int i = 0; i < keys.length && !missing; i++) {
      missing = numbers.get(keys[i]) == KeyNumbers.NONE;
    }
    if (missing) {
      complete(numbers, keys);
    }
    int[] found = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      found[i] = numbers.get(keys[i]);
    }
    return found;
  }

  /** Reads what others added, then adds what is still missing. */
  private void complete(KeyNumbers numbers, long[] keys) {
    int from = next;
    // Should the transaction fail, everything is read again.
    known = null;
    next = 0;
    next = transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change(LOCK);
      for (Member member : sql.select(
          "SELECT member_key, number FROM group_member WHERE number >= ?",
          row -> new Member(row.getLong(1), row.getInt(2)),
          from)) {
        numbers.put(member.key(), member.number());
      }
      int end = (int) sql.number("SELECT next_number FROM group_revision WHERE place = 1");
      var added = new ArrayList<Member>();
      for (long key : keys) {
        if (numbers.get(key) == KeyNumbers.NONE) {
          numbers.put(key, end);
          added.add(new Member(key, end++));
        }
      }
      sql.each("INSERT INTO group_member (member_key, number) VALUES (?, ?)", added, member ->
          new Object[] {member.key(), member.number()});
      sql.change("UPDATE group_revision SET next_number = ? WHERE place = 1", end);
      return end;
    });
    known = numbers;
  }

  @Override
  public long newest() {
    return transactions.call(connection ->
        new Statements(connection).number("SELECT newest_id FROM group_revision WHERE place = 1"));
  }

  @Override
  public List<AnsweredGroup> after(long id) {
    return transactions.call(connection -> {
      var parts = new LinkedHashMap<Long, List<Part>>();
      for (Part part : new Statements(connection)
          .select(
              "SELECT g.id, g.answered_at, g.as_of, p.members FROM answered_group g"
                  + " JOIN answered_group_part p ON p.group_id = g.id"
                  + " WHERE g.id > ? ORDER BY g.id, p.part",
              JdbcGroups::part,
              id)) {
        parts.computeIfAbsent(part.id(), i -> new ArrayList<>()).add(part);
      }
      return parts.values().stream().map(JdbcGroups::joined).toList();
    });
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getLong("id"),
        Columns.instant(row, "answered_at"),
        Columns.instant(row, "as_of"),
        ByteBuffer.wrap(Objects.requireNonNull(row.getBytes("members"))));
  }

  private static AnsweredGroup joined(List<Part> parts) {
    ByteBuffer members = ByteBuffer.allocate(
        parts.stream().mapToInt(p -> p.members().remaining()).sum());
    parts.forEach(part -> members.put(part.members().duplicate()));
    Part first = parts.getFirst();
    return new AnsweredGroup(first.id(), first.answeredAt(), first.asOf(), members.flip());
  }

  @Override
  public boolean remember(AnsweredGroup group) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      if (sql.change(
              "UPDATE group_revision SET newest_id = ? WHERE place = 1 AND newest_id = ?",
              group.id(),
              group.id() - 1)
          == 0) {
        return false;
      }
      sql.change(
          "INSERT INTO answered_group (id, answered_at, as_of) VALUES (?, ?, ?)",
          group.id(),
          group.answeredAt(),
          group.asOf());
      ByteBuffer members = group.members();
      int part = 0;
      do {
        byte[] bytes = new byte[Math.min(PART, members.remaining())];
        members.get(bytes);
        sql.change(
            "INSERT INTO answered_group_part (group_id, part, members) VALUES (?, ?, ?)",
            group.id(),
            part++,
            bytes);
      } while (members.hasRemaining());
      return true;
    });
  }

  @Override
  public void dropBefore(Instant time) {
    transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change(
          "DELETE FROM answered_group_part WHERE group_id IN"
              + " (SELECT id FROM answered_group WHERE answered_at < ?)",
          time);
      return sql.change("DELETE FROM answered_group WHERE answered_at < ?", time);
    });
  }

  @Override
  public synchronized long forget(Collection<Long> keys) {
    long forgotten = transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change(LOCK);
      long gone = 0;
      for (Long key : keys) {
        gone += sql.change("DELETE FROM group_member WHERE member_key = ?", key);
      }
      return gone;
    });
    known = null;
    next = 0;
    return forgotten;
  }
}
