package io.tidewatch.model.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Evidence that two identifiers belong to one person. {@code confidence} is 0 to 1. */
public record IdentityLink(
    Envelope envelope,
    String id,
    Identifier from,
    Identifier to,
    String evidence,
    @Nullable Double confidence,
    Instant at)
    implements PersonRecord {

  /** An identifier of some kind, such as an account or a hashed phone number. */
  public record Identifier(String kind, String value) {}

  @Override
  public String type() {
    return "identity";
  }
}
