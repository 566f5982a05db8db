package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.detect.KeyCounts;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Past and window of one rising question, day by day. For one thread. */
final class SightingHistory {
  private final WindowSpan window;
  private final List<LocalDay> days;
  private final SightingTable sightings = new SightingTable();
  private final Map<Field, KeyNumbers> numbers = new EnumMap<>(Field.class);
  private final Set<LocalDate> cut = new HashSet<>();
  private final ZoneId zone;

  /** {@code from}: start of the first day, in microseconds. */
  SightingHistory(WindowSpan window, ZoneId zone, long from) {
    this.window = window;
    this.zone = zone;
    this.days = DayRange.of(from, window.to(), zone);
  }

  void read(
      EngineView view,
      List<Field> fields,
      Counting counting,
      SightingDays.Epoch kept,
      DayVersions versions) {
    var whole = new ArrayList<LocalDay>();
    for (LocalDay day : days) {
      if (isCut(day)) {
        cut.add(day.date());
        long to = Math.min(day.end(), window.to());
        sightings.putAll(kept.exact(view, fields, counting, zone, day.start(), to, window.from()));
      } else {
        whole.add(day);
      }
    }
    sightings.putAll(kept.whole(view, fields, counting, zone, whole, versions));
    fields.forEach(f -> numbers.put(f, kept.numbers(f)));
  }

  /**
   * The counts of every key, in an order that depends on the keys only.
   *
   * @param start days before it are left out, in microseconds
   */
  List<KeyCounts> counts(Field field, CountingUnit unit, Timeline timeline, long start) {
    KeyNumbers names = Objects.requireNonNull(numbers.get(field));
    var found = new ArrayList<KeyCounts>();
    KeyCounts[] byNumber = new KeyCounts[names.size()];
    for (LocalDay day : days) {
      if (day.start() < start) {
        continue;
      }
      boolean exact = cut.contains(day.date());
      long firstHour = Math.floorDiv(day.start(), Timeline.HOUR);
      sightings.get(field, day.date()).forEach(unit, (key, hour, late, count) -> {
        long hourStart = (firstHour + hour) * Timeline.HOUR;
        if (hourStart >= window.to()) {
          return;
        }
        KeyCounts counts = byNumber[key];
        if (counts == null) {
          counts = new KeyCounts(names.key(key));
          byNumber[key] = counts;
          found.add(counts);
        }
        boolean inWindow = exact ? late : hourStart >= window.from();
        counts.add(timeline.index(firstHour + hour), count, inWindow);
      });
    }
    return ordered(found);
  }

  /** By hash, then name: sorted as numbers, for there may be a million of them. */
  private static List<KeyCounts> ordered(List<KeyCounts> found) {
    long[] places = new long[found.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (long) found.get(i).key().hashCode() << Integer.SIZE | i;
    }
    Arrays.sort(places);
    var ordered = new ArrayList<KeyCounts>(places.length);
    int run = 0;
    for (int i = 0; i < places.length; i++) {
      if (places[i] >> Integer.SIZE != places[run] >> Integer.SIZE) {
        run = i;
      }
      ordered.add(found.get((int) places[i]));
      if (i > run) {
        ordered.subList(run, i + 1).sort(Comparator.comparing(KeyCounts::key));
      }
    }
    return ordered;
  }

  /** Whether hours alone do not tell what lies in the window and what before it. */
  private boolean isCut(LocalDay day) {
    boolean begins = inside(day, window.from()) && window.from() % Timeline.HOUR != 0;
    boolean ends = inside(day, window.to()) && window.isCut() && window.to() % Timeline.HOUR != 0;
    return begins || ends;
  }

  private static boolean inside(LocalDay day, long time) {
    return time > day.start() && time < day.end();
  }
}
