package io.tidewatch.audience.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user's score taken apart, in log-odds: where everybody starts, and by raw feature what it adds.
 * Start and additions sum to the log-odds of the score, but for rounding in single precision.
 *
 * @param start log-odds before anything is known of the user
 * @param byFeature in the order of the model's columns; features that add nothing may be left out
 */
public record Contributions(double start, Map<String, Double> byFeature) {

  public Contributions {
    byFeature = Collections.unmodifiableMap(new LinkedHashMap<>(byFeature));
  }

  /** The log-odds of the score. */
  public double logOdds() {
    return start + byFeature.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Of a mean of log-odds: the means of starts and of additions.
   *
   * @param parts at least one
   */
  static Contributions mean(List<Contributions> parts) {
    double start = 0;
    var byFeature = new LinkedHashMap<String, Double>();
    for (Contributions part : parts) {
      start += part.start / parts.size();
      part.byFeature.forEach(
          (feature, added) -> byFeature.merge(feature, added / parts.size(), Double::sum));
    }
    return new Contributions(start, byFeature);
  }
}
