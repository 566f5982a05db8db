package io.tidewatch.audience.facts;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of packed facts where a row may hold several ids of one person. A row is named by one of its
 * ids: an account before a card before a cookie; of several of a kind the one with the oldest order
 * that was read; else the first by code point. Rows are in the order of these names. Immutable.
 */
final class PersonRows {
  private static final List<String> KINDS =
      List.of(IdentifierKinds.ACCOUNT, IdentifierKinds.MEMBER, IdentifierKinds.COOKIE);

  private final Names ids;
  private final int[] rowOf;
  private final int[] names;
  private final int[] starts;
  private final int[] members;

  private PersonRows(Names ids, int[] rowOf, int[] names) {
    this.ids = ids;
    this.rowOf = rowOf;
    this.names = names;
    this.starts = new int[names.length + 1];
    this.members = new int[rowOf.length];
    for (int row : rowOf) {
      starts[row + 1]++;
    }
    for (int row = 0; row < names.length; row++) {
      starts[row + 1] += starts[row];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int id = 0; id < rowOf.length; id++) {
      members[next[rowOf[id]]++] = id;
    }
  }

  /**
   * Rows of the ids, which are in the order of their code points; null when no two of them, nor
   * one of them and an id that did nothing, are one person. Ids of these persons that did nothing are
   * added, so that they are found too.
   *
   * @param oldestOrder seconds since the oldest order of an id by number; less for a younger one, -1
   *     without any
   */
  static @Nullable PersonRows of(Names ids, PersonGroups groups, IntUnaryOperator oldestOrder) {
    return groups.size() == 0 ? null : new Joining(ids, groups, oldestOrder).rows();
  }

  /** An id by number, with the place of its kind. */
  private record Named(int id, int kind) {}

  /** Finds the persons with several ids, at least one of which acted, and their names. */
  private static final class Joining {
    private final Names ids;
    private final PersonGroups groups;
    private final int acted;
    private final Comparator<Named> order;
    private final BitSet known = new BitSet();
    private final List<Integer> silent = new ArrayList<>();
    private int[] nameOf;

    Joining(Names ids, PersonGroups groups, IntUnaryOperator oldestOrder) {
      this.ids = ids;
      this.groups = groups;
      this.acted = ids.size();
      this.nameOf = new int[acted];
      Arrays.setAll(nameOf, id -> id);
      this.order = Comparator.comparingInt(Named::kind)
          .thenComparing(
              named -> named.id() < acted ? oldestOrder.applyAsInt(named.id()) : Names.NONE,
              Comparator.reverseOrder())
          .thenComparing(named -> ids.name(named.id()), PersonRows::byCodePoint);
    }

    @Nullable
    PersonRows rows() {
      boolean any = false;
      for (int id = 0; id < acted; id++) {
        int group = groups.groupOf(ids.name(id));
        if (group != PersonGroups.NOBODY && !known.get(group)) {
          known.set(group);
          any |= join(group);
        }
      }
      return any ? inOrder() : null;
    }

    private boolean join(int group) {
      List<Identifier> own = groups.identifiers(group).stream()
          .filter(i -> KINDS.contains(i.kind()) && groups.groupOf(i.value()) == group)
          .toList();
      if (own.stream().map(Identifier::value).distinct().count() < 2) {
        return false;
      }
      List<Named> person = own.stream()
          .map(i -> new Named(ids.add(i.value()), KINDS.indexOf(i.kind())))
          .toList();
      if (ids.size() > nameOf.length) {
        nameOf = Arrays.copyOf(nameOf, Math.max(ids.size(), nameOf.length + nameOf.length / 2));
      }
      int name = person.stream().min(order).orElseThrow().id();
      person.forEach(named -> nameOf[named.id()] = name);
      if (name >= acted) {
        silent.add(name);
      }
      return true;
    }

    /** Numbers rows in the order of their names, those that did nothing sorted in between. */
    private PersonRows inOrder() {
      silent.sort(Comparator.comparing(ids::name, PersonRows::byCodePoint));
      int[] names = new int[ids.size()];
      int[] rowOf = new int[ids.size()];
      int rows = 0;
      int next = 0;
      for (int id = 0; id <= acted; id++) {
        while (next < silent.size()
            && (id == acted || byCodePoint(ids.name(silent.get(next)), ids.name(id)) < 0)) {
          rowOf[silent.get(next)] = rows;
          names[rows++] = silent.get(next++);
        }
        if (id < acted && nameOf[id] == id) {
          rowOf[id] = rows;
          names[rows++] = id;
        }
      }
      for (int id = 0; id < rowOf.length; id++) {
        rowOf[id] = rowOf[nameOf[id]];
      }
      return new PersonRows(ids, rowOf, Arrays.copyOf(names, rows));
    }
  }

  private static int byCodePoint(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
        return mixed ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
      }
    }
    return one.length() - other.length();
  }

  int size() {
    return names.length;
  }

  /** The number of the id that names a row. */
  int name(int row) {
    return names[row];
  }

  /** The row that holds an id, by number. */
  int row(int id) {
    return rowOf[id];
  }

  /** How many ids a row has. */
  int width(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The number of one of a row's ids, in the order of their numbers. */
  int member(int row, int place) {
    return members[starts[row] + place];
  }

  /** The ids of a row but the one that names it, by code point. */
  List<String> others(int row) {
    var others = new ArrayList<String>(width(row) - 1);
    for (int place = 0; place < width(row); place++) {
      if (member(row, place) != names[row]) {
        others.add(ids.name(member(row, place)));
      }
    }
    others.sort(PersonRows::byCodePoint);
    return others;
  }
}
