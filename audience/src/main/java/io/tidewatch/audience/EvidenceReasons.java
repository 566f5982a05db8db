package io.tidewatch.audience;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why the directions reach a user. */
public final class EvidenceReasons {
  private EvidenceReasons() {}

  /**
   * By direction, the one with most evidence first; contributions are parts of the evidence instead
   * of the direction's own score.
   */
  public static List<Reason> of(Aggregation aggregation, int user) {
    var reasons = new ArrayList<Reason>();
    aggregation.directions(user).entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(direction -> aggregation.reaches().stream()
            .filter(reach -> reach.direction().equals(direction.getKey()))
            .forEach(reach -> reasons.addAll(scaled(reach, user, direction.getValue()))));
    return reasons;
  }

  /** Of one direction; {@code evidence}: above 0. */
  public static List<Reason> scaled(Reach reach, int user, double evidence) {
    double scale = evidence / reach.score(user);
    return reach.reasons(user).stream().map(reason -> reason.scaled(scale)).toList();
  }
}
