package io.tidewatch.audience;

import java.util.List;
import java.util.Map;

/**
 * A user to reach. Names are the names in JSON.
 *
 * @param userId as it was given
 * @param score of all directions; only its order has a meaning
 * @param directions score of each direction that was asked for
 * @param reasons the weightiest first
 */
public record AudienceRow(
    String userId, double score, Map<String, Double> directions, List<Reason> reasons) {

  public AudienceRow {
    directions = Map.copyOf(directions);
    reasons = List.copyOf(reasons);
  }
}
