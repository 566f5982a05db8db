package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserSet;
import java.util.List;

/**
 * One way to divide users. Its last cell is always the unknown: users of the base of whom it says
 * nothing.
 *
 * @param partition whether every user is in exactly one cell; otherwise users are in any number of
 *     values
 */
record Dimension(String name, boolean partition, List<Value> values, UserSet unknown) {

  /**
   * One of its values.
   *
   * @param id such as {@code declared:女} or the id of a brand
   * @param name as people say it
   * @param carriers users of the base
   */
  record Value(String id, String name, UserSet carriers) {}

  Dimension {
    values = List.copyOf(values);
  }

  /** Its values and the unknown. */
  int cells() {
    return values.size() + 1;
  }

  UserSet cell(int place) {
    return place < values.size() ? values.get(place).carriers() : unknown;
  }

  /** How many of these users are in each cell. */
  int[] counts(UserSet users) {
    int[] counts = new int[cells()];
    for (int place = 0; place < counts.length; place++) {
      counts[place] = cell(place).overlap(users);
    }
    return counts;
  }
}
