package io.tidewatch.model.record;

import java.time.Instant;

/** A source says that it was listening at a time, even if it had nothing to deliver. */
public record Heartbeat(Envelope envelope, String id, Instant at) implements DataRecord {

  @Override
  public String type() {
    return "heartbeat";
  }
}
