package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.trend.detect.KindCounts.PastDay;
import io.tidewatch.trend.detect.RisingDetector.Scored;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passing keys over gives what scoring all of them does, and tables give what lists do. */
class BestKeysTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  /** Local midnight. */
  private static final long START = 16;

  private static final int PAST_DAYS = 28;

  /** Counts by hour of one key; hours from {@link #START}. */
  private record Key(String name, TreeMap<Integer, Integer> hours) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void best_withAndWithoutCategories_isTheTopOfAllScores(long seed) {
    var random = new Random(seed);
    int asOf = PAST_DAYS * 24 + random.nextInt(48);
    int window = seed % 2 == 0 ? 24 : random.nextInt(1, 60);
    var timeline = timeline(asOf, window);
    KindCounts counts = table(keys(random, asOf), timeline, asOf, window);
    Function<String, @Nullable String> category =
        key -> key.hashCode() % 7 == seed % 7 ? "c" + key.hashCode() % 3 : null;
    var detector = new RisingDetector(counts, timeline);
    for (int limit : List.of(1, 20, 100)) {
      List<String> all = detector.score(category).stream()
          .filter(s -> s.value() > 0 && s.counts().windowCount() >= 3)
          .sorted(Comparator.comparingDouble(Scored::value)
              .reversed()
              .thenComparing(s -> s.counts().key()))
          .limit(limit)
          .map(BestKeysTest::shown)
          .toList();
      assertThat(detector.best(limit, 3, category).stream().map(BestKeysTest::shown))
          .isEqualTo(all);
      assertThat(all).hasSizeGreaterThan(limit / 10);
    }
  }

  @ParameterizedTest
  @CsvSource({"672,24", "683,24", "690,6", "700,48", "710,168", "700,30"})
  void counts_ofTables_areThoseOfLists(int asOf, int window) {
    var keys = keys(new Random(9), asOf);
    var timeline = timeline(asOf, window);
    KindCounts table = table(keys, timeline, asOf, window);
    KindCounts list = list(keys, timeline, asOf, window);
    assertThat(table.distinct()).isEqualTo(list.distinct());
    assertThat(table.pastUnits()).isEqualTo(list.pastUnits());
    assertThat(days(table)).isEqualTo(days(list));
    Function<String, @Nullable String> category =
        key -> key.hashCode() % 2 == 0 ? "c" + key.hashCode() % 3 : null;
    assertThat(new RisingDetector(table, timeline)
            .best(50, 3, category).stream().map(BestKeysTest::shown))
        .isEqualTo(new RisingDetector(list, timeline)
            .best(50, 3, category).stream().map(BestKeysTest::shown).toList())
        .isNotEmpty();
  }

  @Test
  void best_keysNumberedOtherwise_isTheSameToTheLastBit() {
    int asOf = PAST_DAYS * 24 + 11;
    var timeline = timeline(asOf, 24);
    var keys = keys(new Random(4), asOf);
    var shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(5));
    Function<String, @Nullable String> category =
        key -> key.hashCode() % 2 == 0 ? "c" + key.hashCode() % 3 : null;
    assertThat(new RisingDetector(table(shuffled, timeline, asOf, 24), timeline)
            .best(50, 3, category).stream().map(BestKeysTest::shown))
        .isEqualTo(new RisingDetector(table(keys, timeline, asOf, 24), timeline)
            .best(50, 3, category).stream().map(BestKeysTest::shown).toList());
  }

  @Test
  void best_nothingOfTheWindowObserved_isEmpty() {
    int asOf = PAST_DAYS * 24;
    var keys = keys(new Random(1), asOf);
    var timeline = new Timeline(
        START * Timeline.HOUR,
        (START + asOf - 24) * Timeline.HOUR,
        (START + asOf) * Timeline.HOUR,
        ZONE,
        hour -> hour < START + asOf - 24);
    assertThat(new RisingDetector(table(keys, timeline, asOf, 24), timeline).best(5, 1, k -> null))
        .isEmpty();
  }

  private static String shown(Scored scored) {
    return scored.counts().key() + ' ' + scored.value() + ' ' + scored.score().expected();
  }

  private static Timeline timeline(int asOf, int window) {
    return new Timeline(
        START * Timeline.HOUR,
        (START + asOf - window) * Timeline.HOUR,
        (START + asOf) * Timeline.HOUR,
        ZONE,
        hour -> hour % 97 != 0);
  }

  /**
   * Rates over four powers of ten, a rhythm, bursts before the window and in it. A hundred steady
   * keys with many units an hour look more promising than any that rises.
   */
  private static List<Key> keys(RandomGenerator random, int asOf) {
    var keys = new ArrayList<Key>();
    for (int k = 0; k < 3000; k++) {
      double daily = k < 100 ? 500 : 40 * Math.pow(k - 99, -0.5) * (0.5 + random.nextDouble());
      int burst = random.nextInt(asOf);
      double loud = k >= 100 && random.nextInt(20) == 0 ? 30 : 1;
      var hours = new TreeMap<Integer, Integer>();
      for (int h = 0; h < asOf; h++) {
        if ((START + h) % 97 == 0) {
          continue;
        }
        double rate = daily / 24 * (h % 24 < 8 ? 0.3 : 1.35) * (h / 12 == burst / 12 ? loud : 1);
        int n = 0;
        for (double p = Math.exp(-rate), u = random.nextDouble(), sum = p; u > sum; ) {
          n++;
          p *= rate / n;
          sum += p;
        }
        if (n > 0) {
          hours.put(h, n);
        }
      }
      if (!hours.isEmpty()) {
        keys.add(new Key("k" + k, hours));
      }
    }
    return keys;
  }

  private static KindCounts list(List<Key> keys, Timeline timeline, int asOf, int window) {
    return new ListedCounts(
        keys.stream()
            .map(key -> {
              var counts = new KeyCounts(key.name);
              key.hours.forEach((hour, n) -> counts.add(hour, n, hour >= asOf - window));
              return counts;
            })
            .toList(),
        timeline);
  }

  private static KindCounts table(List<Key> keys, Timeline timeline, int asOf, int window) {
    var tables = new DayTables(timeline, keys.size(), n -> keys.get(n).name);
    int windowDay = (asOf - window) / 24;
    for (int day = 0; day * 24 < asOf; day++) {
      var table = new DayTable.Builder();
      for (int k = 0; k < keys.size(); k++) {
        int key = k;
        keys.get(k)
            .hours
            .subMap(day * 24, day * 24 + 24)
            .forEach((hour, count) -> table.add(key, hour % 24, false, count));
      }
      tables.add(table.build(), START + day * 24L, day < windowDay, false);
    }
    return tables;
  }

  private static List<String> days(KindCounts counts) {
    var days = new ArrayList<String>();
    for (PastDay day : counts.pastDays()) {
      for (int i = 0; i < day.table().size(); i++) {
        days.add(counts.key(day.table().key(i))
            + ' '
            + day.firstHour()
            + ' '
            + day.table().entries(i)
            + ' '
            + day.table().units(i));
      }
    }
    Collections.sort(days);
    return days;
  }
}
