package io.tidewatch.audience.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user to reach. Names are the names in JSON.
 *
 * @param userId as it was given; of a person's ids the one that names the person
 * @param score sum of the directions' evidence; only its order has a meaning
 * @param directions evidence of each direction that reaches the user, −ln of the share of the
 *     universe that stands at least as high
 * @param reasons the weightiest first
 * @param otherIds further ids of the person that behaviour may give as user, by code point
 */
public record AudienceRow(
    String userId,
    double score,
    Map<String, Double> directions,
    List<Reason> reasons,
    List<String> otherIds) {

  public AudienceRow {
    directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
    reasons = List.copyOf(reasons);
    otherIds = List.copyOf(otherIds);
  }
}
