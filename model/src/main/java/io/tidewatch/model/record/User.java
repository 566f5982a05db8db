package io.tidewatch.model.record;

import java.time.Instant;
import java.util.Map;

/**
 * Attributes of a user as of a time. {@code id} is the customer's own pseudonym, kept as given.
 *
 * @param attributeSource {@code verified}, {@code declared} or {@code inferred}
 */
public record User(
    Envelope envelope,
    String id,
    Instant at,
    Map<String, String> attributes,
    String attributeSource)
    implements PersonRecord {

  public User {
    attributes = Map.copyOf(attributes);
  }

  @Override
  public String type() {
    return "user";
  }
}
