package io.tidewatch.audience.answer;

import java.util.List;
import java.util.Optional;

/**
 * Users like a target audience.
 *
 * @param base empty when nobody was active
 * @param features by which direction {@code interest} scored them, best first
 * @param rows best first
 */
public record Expansion(
    Optional<Population> base, List<FeatureRow> features, List<AudienceRow> rows) {

  public Expansion {
    features = List.copyOf(features);
    rows = List.copyOf(rows);
  }
}
