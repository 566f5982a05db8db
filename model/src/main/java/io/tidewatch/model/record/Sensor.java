package io.tidewatch.model.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device was sensed in a store. {@code device} is already a keyed hash, never a raw address. */
public record Sensor(
    Envelope envelope,
    String id,
    String storeId,
    @Nullable String zone,
    String device,
    String via,
    Instant at,
    @Nullable Double signal)
    implements BehaviorRecord {

  @Override
  public String type() {
    return "sensor";
  }
}
