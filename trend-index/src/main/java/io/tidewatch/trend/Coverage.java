package io.tidewatch.trend;

import io.tidewatch.model.document.CountingUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which each source was observed: it delivered something of that hour, or a heartbeat.
 * Marking twice changes nothing and marks only ever grow, so the order of arrival does not matter.
 * Not safe from several threads.
 *
 * <p>A heartbeat names no counting unit: it holds for the units its source delivers, and for both
 * while the source has delivered nothing.
 */
public final class Coverage {
  private final Map<Cell, Integer> days = new HashMap<>();

  /**
   * One day of one source.
   *
   * @param unit null for heartbeats
   * @param day days since 1970-01-01, UTC
   */
  public record Cell(String source, @Nullable CountingUnit unit, long day) {}

  /** Marks an hour, in hours since 1970-01-01T00:00Z; the cell when it was new, else null. */
  public @Nullable Cell mark(String source, @Nullable CountingUnit unit, long hour) {
    Cell cell = new Cell(source, unit, Math.floorDiv(hour, 24L));
    int bit = 1 << Math.floorMod(hour, 24L);
    int before = days.getOrDefault(cell, 0);
    if ((before & bit) != 0) {
      return null;
    }
    days.put(cell, before | bit);
    return cell;
  }

  /** Adds the hours of a cell: bit h is hour h of the UTC day. */
  public void add(Cell cell, int hours) {
    days.merge(cell, hours, (a, b) -> a | b);
  }

  /** The hours of a cell as bits. */
  public int hours(Cell cell) {
    return days.getOrDefault(cell, 0);
  }

  /** An immutable view of what is observed now, by unit. */
  public Observed snapshot() {
    var unitsOf = new HashMap<String, Set<CountingUnit>>();
    days.keySet().forEach(cell -> {
      if (cell.unit() != null) {
        unitsOf
            .computeIfAbsent(cell.source(), s -> EnumSet.noneOf(CountingUnit.class))
            .add(cell.unit());
      }
    });
    var byUnit = new EnumMap<CountingUnit, NavigableMap<Long, Integer>>(CountingUnit.class);
    for (CountingUnit unit : CountingUnit.values()) {
      var hours = new TreeMap<Long, Integer>();
      days.forEach((cell, bits) -> {
        boolean counts = cell.unit() == unit
            || (cell.unit() == null
                && (!unitsOf.containsKey(cell.source())
                    || unitsOf.get(cell.source()).contains(unit)));
        if (counts) {
          hours.merge(cell.day(), bits, (a, b) -> a | b);
        }
      });
      byUnit.put(unit, hours);
    }
    return new Observed(byUnit);
  }

  /** Observed hours of each unit. Immutable. */
  public static final class Observed {
    private final Map<CountingUnit, NavigableMap<Long, Integer>> days;

    private Observed(Map<CountingUnit, NavigableMap<Long, Integer>> days) {
      this.days = days;
    }

    /** Whether any source of the unit was observed in the hour. */
    public boolean at(CountingUnit unit, long hour) {
      Integer bits = of(unit).get(Math.floorDiv(hour, 24L));
      return bits != null && (bits & 1 << Math.floorMod(hour, 24L)) != 0;
    }

    /** Whether any source was observed in the hour. */
    public boolean any(long hour) {
      return at(CountingUnit.AUTHORS, hour) || at(CountingUnit.TITLES, hour);
    }

    /** Whether a source of the unit was ever observed. */
    public boolean has(CountingUnit unit) {
      return !of(unit).isEmpty();
    }

    /** The first observed hour of the unit that is not before {@code hour}; null when none is. */
    public @Nullable Long firstFrom(CountingUnit unit, long hour) {
      for (var entry : of(unit).tailMap(Math.floorDiv(hour, 24L), true).entrySet()) {
        for (int h = 0; h < 24; h++) {
          long at = entry.getKey() * 24 + h;
          if (at >= hour && (entry.getValue() & 1 << h) != 0) {
            return at;
          }
        }
      }
      return null;
    }

    private NavigableMap<Long, Integer> of(CountingUnit unit) {
      return Objects.requireNonNull(days.get(unit));
    }
  }
}
