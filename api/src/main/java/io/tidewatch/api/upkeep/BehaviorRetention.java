package io.tidewatch.api.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.model.behavior.BehaviorUpkeep;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drops behaviour that is older than {@code retention.behavior} of the settings, once a UTC day.
 * Safe from any thread.
 */
public final class BehaviorRetention {
  private static final int MOST = 36_500;

  private final Supplier<? extends BehaviorUpkeep> store;
  private final Map<String, Integer> days;
  private final InstantSource clock;
  private @Nullable LocalDate last;

  /** {@code days} by record type; a type that is not named is kept for good. */
  public BehaviorRetention(
      Supplier<? extends BehaviorUpkeep> store, Map<String, Integer> days, InstantSource clock) {
    this.store = store;
    this.days = Map.copyOf(days);
    this.clock = clock;
  }

  /**
   * Reads {@code retention.behavior}; missing keeps all.
   *
   * @throws IllegalArgumentException naming key, rule and value
   */
  public static Map<String, Integer> read(JsonNode retention) {
    JsonNode behavior = retention.path("behavior");
    if (behavior.isMissingNode() || behavior.isNull()) {
      return Map.of();
    }
    if (!behavior.isObject()) {
      throw new IllegalArgumentException(
          "retention.behavior: record types with their days are required, got " + behavior);
    }
    var days = new TreeMap<String, Integer>();
    behavior.properties().forEach(entry -> {
      JsonNode value = entry.getValue();
      int given = value.canConvertToInt() ? value.intValue() : 0;
      if (given < 1 || given > MOST) {
        throw new IllegalArgumentException("retention.behavior." + entry.getKey()
            + ": whole days from 1 to " + MOST + " are required, got " + value);
      }
      days.put(entry.getKey(), given);
    });
    return Collections.unmodifiableMap(days);
  }

  /** Drops what is too old unless that was done today. */
  public synchronized void tick() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (days.isEmpty() || today.equals(last)) {
      return;
    }
    store.get().retain(days, clock.instant());
    last = today;
  }
}
