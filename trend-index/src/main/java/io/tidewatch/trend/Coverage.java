package io.tidewatch.trend;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.document.Seal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final long HOUR_SECONDS = 3600;

  private final Map<Cell, Integer> days = new HashMap<>();

  /**
   * One day of one source.
   *
   * @param unit null for heartbeats
   * @param day days since 1970-01-01, UTC
   */
  public record Cell(String source, @Nullable CountingUnit unit, long day) {
    private static final String NO_UNIT = "-";

    /** The cell as one index term: day, unit or -, source. */
    public String term() {
      return day + " " + (unit == null ? NO_UNIT : unit.name()) + " " + source;
    }

    /** Reads what {@link #term} writes. */
    public static Cell parse(String term) {
      int first = term.indexOf(' ');
      int second = term.indexOf(' ', first + 1);
      String unit = term.substring(first + 1, second);
      return new Cell(
          term.substring(second + 1),
          unit.equals(NO_UNIT) ? null : CountingUnit.valueOf(unit),
          Long.parseLong(term.substring(0, first)));
    }
  }

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

  /** Every source that was ever marked. */
  public Set<String> sources() {
    var sources = new TreeSet<String>();
    days.keySet().forEach(cell -> sources.add(cell.source()));
    return sources;
  }

  /**
   * An immutable view of what is observed now, by unit. Of a sealed source the hours that begin
   * before its first open day count as not observed, since their documents are gone.
   */
  public Observed snapshot(Seals seals) {
    var unitsOf = new HashMap<String, Set<CountingUnit>>();
    days.keySet().forEach(cell -> {
      if (cell.unit() != null) {
        unitsOf
            .computeIfAbsent(cell.source(), s -> EnumSet.noneOf(CountingUnit.class))
            .add(cell.unit());
      }
    });
    var byUnit = new EnumMap<CountingUnit, NavigableMap<Long, Integer>>(CountingUnit.class);
    var whole = new EnumMap<CountingUnit, NavigableMap<Long, Integer>>(CountingUnit.class);
    for (CountingUnit unit : CountingUnit.values()) {
      var hours = new TreeMap<Long, Integer>();
      days.forEach((cell, all) -> {
        int bits = open(cell.day(), all, firstOpen(seals.of(cell.source())));
        boolean counts = cell.unit() == unit
            || (cell.unit() == null
                && (!unitsOf.containsKey(cell.source())
                    || unitsOf.get(cell.source()).contains(unit)));
        if (counts && bits != 0) {
          hours.merge(cell.day(), bits, (a, b) -> a | b);
        }
      });
      byUnit.put(unit, hours);
      long latest = unitsOf.entrySet().stream()
          .filter(units -> units.getValue().contains(unit))
          .mapToLong(units -> firstOpen(seals.of(units.getKey())))
          .max()
          .orElse(Long.MIN_VALUE);
      whole.put(unit, from(hours, latest));
    }
    return new Observed(byUnit, new Observed(whole, null));
  }

  /** The first hour that begins in an open day of a source. */
  private static long firstOpen(@Nullable Seal seal) {
    return seal == null ? Long.MIN_VALUE : Math.ceilDiv(seal.at().getEpochSecond(), HOUR_SECONDS);
  }

  /** The hours of a UTC day that are not before {@code firstOpen}. */
  private static int open(long day, int bits, long firstOpen) {
    long sealed = Math.clamp(firstOpen, day * 24, day * 24 + 24) - day * 24;
    return sealed == 24 ? 0 : bits & (-1 << sealed);
  }

  private static NavigableMap<Long, Integer> from(
      NavigableMap<Long, Integer> hours, long firstOpen) {
    var rest = new TreeMap<Long, Integer>();
    hours.forEach((day, all) -> {
      int bits = open(day, all, firstOpen);
      if (bits != 0) {
        rest.put(day, bits);
      }
    });
    return rest;
  }

  /** Observed hours of each unit. Immutable. */
  public static final class Observed {
    private final Map<CountingUnit, NavigableMap<Long, Integer>> days;
    private final @Nullable Observed whole;

    private Observed(
        Map<CountingUnit, NavigableMap<Long, Integer>> days, @Nullable Observed whole) {
      this.days = days;
      this.whole = whole;
    }

    /**
     * What may be compared with each other: without the hours for which a source of the same unit
     * is sealed. Fewer sources there would make every key look as if it had grown since.
     */
    public Observed comparable() {
      return whole == null ? this : whole;
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
