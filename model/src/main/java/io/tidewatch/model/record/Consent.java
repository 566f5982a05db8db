package io.tidewatch.model.record;

import java.time.Instant;

/** A user granted or withdrew consent to one purpose. */
public record Consent(
    Envelope envelope, String id, String userId, String purpose, boolean granted, Instant at)
    implements PersonRecord {

  @Override
  public String type() {
    return "consent";
  }
}
