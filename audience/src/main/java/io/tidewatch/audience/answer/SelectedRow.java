package io.tidewatch.audience.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user who was selected. Names are the names in JSON.
 *
 * @param userId as it was given; of a person's ids the one that names the person
 * @param score probability of reaching the goal in a population mixed as the sample was, 0 to 1; a
 *     mean of shares of users who stand lower where a holiday model is joined by ranks
 * @param state O or A
 * @param directions evidence of each direction that reaches the user, −ln of the share of the
 *     universe that stands at least as high
 * @param reasons the directions' own, the weightiest first
 * @param otherIds further ids of the person that behaviour may give as user, by code point
 */
public record SelectedRow(
    String userId,
    double score,
    String state,
    Map<String, Double> directions,
    List<Reason> reasons,
    List<String> otherIds) {

  public SelectedRow {
    directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
    reasons = List.copyOf(reasons);
    otherIds = List.copyOf(otherIds);
  }
}
