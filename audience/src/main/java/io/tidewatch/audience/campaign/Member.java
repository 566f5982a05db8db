package io.tidewatch.audience.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of a campaign.
 *
 * @param place from 0, best first; kept when others are erased
 * @param userId as the audience gave it
 * @param channel which channel the person was allotted to; null for who is held out, and for a
 *     campaign without channels
 * @param score only its order has a meaning
 * @param directions evidence of each direction that reached the user
 */
public record Member(
    int place,
    String userId,
    Group group,
    @Nullable String channel,
    double score,
    Map<String, Double> directions) {

  public Member {
    directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
  }

  /** The direction with the most evidence, the first of equal ones; null when none reached the user. */
  public @Nullable String bestDirection() {
    String best = null;
    double most = 0;
    for (var direction : directions.entrySet()) {
      if (direction.getValue() > most) {
        best = direction.getKey();
        most = direction.getValue();
      }
    }
    return best;
  }
}
