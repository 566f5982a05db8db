package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.trend.detect.RisingDetector.Scored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Properties that hold for any counts. */
class RisingDetectorTest {
  private static final int PAST = 24 * 21;
  private static final int WINDOW = 24;
  private final RandomGenerator random = new Random(11);

  @Test
  void score_anyCounts_isFiniteAndEqualsItsExplanation() {
    for (int round = 0; round < 20; round++) {
      var keys = new ArrayList<KeyCounts>();
      for (int k = 0; k < 30; k++) {
        keys.add(key("k" + k, random.nextDouble() * random.nextInt(1, 40), random.nextInt(60)));
      }
      for (Scored scored :
          new RisingDetector(new ListedCounts(keys, timeline()), timeline()).score(k -> null)) {
        var explained = scored.score().explain();
        assertThat(explained.values()).allMatch(Double::isFinite);
        assertThat(explained.get("score")).isEqualTo(scored.score().score());
        double mean =
            explained.get("g") * explained.get("F") * explained.get("A") / explained.get("X");
        assertThat(explained.get("E")).isEqualTo(mean, within(1e-9 * (1 + mean)));
        assertThat(explained.get("E+εF"))
            .isEqualTo(mean + explained.get("F") * 0.5 / 24, within(1e-9 * (1 + mean)));
        assertThat(new NegativeBinomial(explained.get("E+εF"), explained.get("V"))
                .midPScore(explained.get("n").longValue()))
            .isEqualTo(explained.get("score"), within(1e-9));
        assertThat(explained.get("growth.mid"))
            .isEqualTo(scored.score().growth().mid());
        assertThat(scored.score().growth().low())
            .isLessThanOrEqualTo(scored.score().growth().mid());
      }
    }
  }

  @Test
  void score_moreInTheWindow_isHigher() {
    double last = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < 200; n += 7) {
      var keys = List.of(fixed("a", 3, n), fixed("b", 5, 5));
      double score = new RisingDetector(new ListedCounts(keys, timeline()), timeline())
          .score(k -> null)
          .getFirst()
          .score()
          .score();
      assertThat(score).isGreaterThan(last);
      last = score;
    }
  }

  @Test
  void score_manyOfAKnownKey_outweighTwoOfANewOne() {
    var keys = List.of(fixed("known", 2, 15), fixed("new", 0, 2), fixed("quiet", 1, 0));
    var scored =
        new RisingDetector(new ListedCounts(keys, timeline()), timeline()).score(k -> null);
    assertThat(scored.get(0).score().score())
        .isGreaterThan(scored.get(1).score().score() + 1);
  }

  @Test
  void score_ordinaryWindow_isNearZero() {
    var keys = List.of(fixed("a", 24, 24), fixed("b", 24, 24));
    for (Scored scored :
        new RisingDetector(new ListedCounts(keys, timeline()), timeline()).score(k -> null)) {
      assertThat(scored.score().score()).isBetween(-0.5, 0.5);
      assertThat(scored.score().expected()).isBetween(20.0, 28.0);
    }
  }

  @Test
  void score_wholeCategoryLouder_isDamped() {
    var keys = new ArrayList<KeyCounts>();
    for (int i = 0; i < 10; i++) {
      keys.add(fixed("k" + i, 10, 40));
    }
    var detector = new RisingDetector(new ListedCounts(keys, timeline()), timeline());
    double alone = detector.score(k -> null).getFirst().score().score();
    Scored together = detector.score(k -> "all").getFirst();
    assertThat(together.score().g()).isBetween(2.0, 5.0);
    assertThat(together.score().score()).isLessThan(alone / 2);
  }

  @Test
  void score_nothingBeforeTheWindow_comparesKeysWithEachOther() {
    var timeline = new Timeline(
        0, PAST * Timeline.HOUR, (PAST + WINDOW) * Timeline.HOUR, ZoneOffset.UTC, h -> h >= PAST);
    var keys = new ArrayList<KeyCounts>();
    for (int i = 0; i < 20; i++) {
      keys.add(fixed("k" + i, 0, 3));
    }
    keys.add(fixed("loud", 0, 60));
    var scored = new RisingDetector(new ListedCounts(keys, timeline), timeline).score(k -> null);
    assertThat(scored.getLast().score().score()).isGreaterThan(2);
    assertThat(scored.getFirst().score().score()).isFinite().isLessThan(1);
  }

  @Test
  void score_unobservedWindow_isZero() {
    var timeline = new Timeline(
        0, PAST * Timeline.HOUR, (PAST + WINDOW) * Timeline.HOUR, ZoneOffset.UTC, h -> h < PAST);
    var scored = new RisingDetector(
            new ListedCounts(List.of(fixed("a", 10, 0)), timeline), timeline)
        .score(k -> null);
    assertThat(scored.getFirst().score().score()).isZero();
    assertThat(scored.getFirst().score().expected()).isZero();
  }

  @Test
  void stage_loudDayWithAQuietNight_isNotFading() {
    var key = new KeyCounts("k");
    key.add(PAST - 40, 1, false);
    for (int h = 8; h < 23; h++) {
      key.add(PAST + h, h < 18 ? 6 : 1, true);
    }
    var detector = new RisingDetector(
        new ListedCounts(List.of(key, fixed("b", 2, 2)), timeline()), timeline());
    assertThat(detector.stage(detector.score(k -> null).getFirst())).isEqualTo("rising");
    var morning = new KeyCounts("m");
    morning.add(PAST + 1, 40, true);
    var other = new RisingDetector(
        new ListedCounts(List.of(morning, fixed("b", 2, 2)), timeline()), timeline());
    assertThat(other.stage(other.score(k -> null).getFirst())).isEqualTo("fading");
  }

  @Test
  void bursts_areDatedByTheHour() {
    var key = new KeyCounts("k");
    for (int h = 100; h < 110; h++) {
      key.add(h, 5, false);
    }
    key.add(PAST, 1, true);
    var detector = new RisingDetector(new ListedCounts(List.of(key), timeline()), timeline());
    assertThat(detector.bursts(detector.score(k -> null).getFirst(), 1)).first().satisfies(b -> {
      assertThat(b.start()).isEqualTo(Instant.ofEpochSecond(100 * 3600));
      assertThat(b.end()).isEqualTo(Instant.ofEpochSecond(110 * 3600));
      assertThat(b.weight()).isPositive();
    });
  }

  /** {@code perDay} units spread over each day of the past, {@code n} over the window. */
  private static KeyCounts fixed(String name, int perDay, int n) {
    var key = new KeyCounts(name);
    for (int h = 0; h < PAST; h++) {
      int count = perDay / 24 + (h % 24 < perDay % 24 ? 1 : 0);
      if (count > 0) {
        key.add(h, count, false);
      }
    }
    for (int h = 0; h < WINDOW; h++) {
      int count = n / 24 + (h < n % 24 ? 1 : 0);
      if (count > 0) {
        key.add(PAST + h, count, true);
      }
    }
    return key;
  }

  private KeyCounts key(String name, double perDay, int n) {
    var key = new KeyCounts(name);
    for (int h = 0; h < PAST; h++) {
      int count = (int) (random.nextDouble() * 2 * perDay / 24 + random.nextDouble());
      if (count > 0) {
        key.add(h, count, false);
      }
    }
    if (n > 0) {
      key.add(PAST + random.nextInt(WINDOW), n, true);
    }
    return key;
  }

  private static Timeline timeline() {
    return new Timeline(
        0, PAST * Timeline.HOUR, (PAST + WINDOW) * Timeline.HOUR, ZoneOffset.UTC, h -> true);
  }
}
