package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.formula.Tgi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a dimension: what is withheld is decided before anything is rounded. */
final class CellReader {
  private static final Comparator<ProfileRow> LARGEST_FIRST = Comparator.comparing(
          ProfileRow::users, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
      .reversed()
      .thenComparing(ProfileRow::value);

  private final ProfileConfig config;
  private final double tgiPrior;
  private final Members members;
  private final UserSet users;
  private final List<UserSet> left;
  private final ProfileRow.Group group;

  /**
   * @param users of the group
   * @param left groups that can be calculated from it and earlier answers
   * @param group as it is told
   */
  CellReader(
      ProfileConfig config,
      double tgiPrior,
      Members members,
      UserSet users,
      List<UserSet> left,
      ProfileRow.Group group) {
    this.config = config;
    this.tgiPrior = tgiPrior;
    this.members = members;
    this.users = users;
    this.left = left;
    this.group = group;
  }

  /**
   * Values of which the base has enough, in their own order when they divide the group, else the
   * largest first; the unknown last.
   *
   * @param word for the unknown
   */
  List<ProfileRow> rows(Dimension dimension, String word) {
    int[] counts = dimension.counts(users);
    var differences = new ArrayList<Suppression.Difference>();
    for (UserSet rest : left) {
      differences.add(new Suppression.Difference(dimension.counts(rest), rest.size()));
    }
    BitSet withheld = new Suppression(config.cell())
        .withheld(dimension.partition(), counts, users.size(), differences);
    var rows = new ArrayList<ProfileRow>();
    for (int place = 0; place < dimension.values().size(); place++) {
      Dimension.Value value = dimension.values().get(place);
      if (value.carriers().size() >= config.cell()) {
        rows.add(row(dimension, value.id(), value.name(), place, counts, withheld.get(place)));
      }
    }
    if (!dimension.partition()) {
      rows.sort(LARGEST_FIRST);
    }
    int unknown = dimension.values().size();
    rows.add(row(dimension, "unknown", word, unknown, counts, withheld.get(unknown)));
    return rows;
  }

  private ProfileRow row(
      Dimension dimension, String value, String name, int place, int[] counts, boolean withheld) {
    UserSet cell = dimension.cell(place);
    Integer told = withheld
        ? null
        : Integer.valueOf(Math.min(
            group.users(),
            Rounding.keyed(counts[place], config.step(), members.key(cell.and(users)))));
    int inBase = cell.size() < config.cell()
        ? 0
        : Math.min(group.base(), Rounding.nearest(cell.size(), config.baseCellStep()));
    boolean unknown = place == dimension.values().size();
    return new ProfileRow(
        dimension.name(),
        value,
        name,
        told,
        told == null ? null : Double.valueOf((double) told / group.users()),
        inBase == 0 ? null : Integer.valueOf(inBase),
        inBase == 0 || group.base() == 0 ? null : Double.valueOf((double) inBase / group.base()),
        told == null || inBase == 0 || unknown ? null : index(told, inBase),
        withheld,
        group);
  }

  private ProfileRow.@Nullable Index index(int told, int inBase) {
    Tgi tgi = Tgi.of(told, group.users(), inBase, group.base(), tgiPrior);
    Double value = tgi.tgi();
    return value == null ? null : new ProfileRow.Index(tgi.low(), value);
  }
}
