package io.tidewatch.trend.question;

import io.tidewatch.trend.Field;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** First sightings by field and local day. Not safe from several threads. */
final class SightingTable {
  private final Map<Cell, FirstSightings> cells = new HashMap<>();

  private record Cell(Field field, LocalDate day) {}

  void put(Field field, LocalDate day, FirstSightings sightings) {
    cells.put(new Cell(field, day), sightings);
  }

  void putAll(SightingTable other) {
    cells.putAll(other.cells);
  }

  /** Of a day that was not put there are none. */
  FirstSightings get(Field field, LocalDate day) {
    return cells.getOrDefault(new Cell(field, day), FirstSightings.NONE);
  }
}
