package io.tidewatch.audience.answer;

import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.facts.UserSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom one direction reaches within an audience. Names are the names in JSON.
 *
 * @param users whom it reaches
 * @param only whom no other direction reaches
 * @param share of the audience, 0 to 1
 * @param overlaps users whom it shares with each other direction
 * @param audience users in the audience
 * @param universe users who might have been reached
 */
public record DirectionRow(
    String direction,
    int users,
    int only,
    double share,
    Map<String, Integer> overlaps,
    int audience,
    int universe) {

  public DirectionRow {
    overlaps = Collections.unmodifiableMap(new LinkedHashMap<>(overlaps));
  }

  /** One row a direction, in the order of directions. */
  public static List<DirectionRow> of(Aggregation aggregation, UserSet audience, int universe) {
    int directions = aggregation.reaches().size();
    var reached = new ArrayList<UserSet>();
    for (int d = 0; d < directions; d++) {
      reached.add(aggregation.reached(d, audience));
    }
    var rows = new ArrayList<DirectionRow>();
    for (int d = 0; d < directions; d++) {
      UserSet own = reached.get(d);
      UserSet others = UserSet.EMPTY;
      var overlaps = new LinkedHashMap<String, Integer>();
      for (int other = 0; other < directions; other++) {
        if (other != d) {
          others = others.or(reached.get(other));
          overlaps.put(
              aggregation.reaches().get(other).direction(), own.overlap(reached.get(other)));
        }
      }
      rows.add(new DirectionRow(
          aggregation.reaches().get(d).direction(),
          own.size(),
          own.without(others).size(),
          audience.isEmpty() ? 0 : (double) own.size() / audience.size(),
          overlaps,
          audience.size(),
          universe));
    }
    return rows;
  }
}
