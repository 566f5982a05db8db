package io.tidewatch.model.behavior;

import java.time.Instant;
import java.util.Map;

/**
 * Stored attributes of a user.
 *
 * @param attributeSource {@code verified}, {@code declared} or {@code inferred}
 */
public record AttributeFact(
    String userId, Map<String, String> attributes, String attributeSource, Instant at) {

  public AttributeFact {
    attributes = Map.copyOf(attributes);
  }
}
