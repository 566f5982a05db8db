package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.trend.RisingDetector.Scored;
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
      for (Scored scored : new RisingDetector(keys, timeline()).score(k -> null)) {
        var explained = scored.score().explain();
        assertThat(explained.values()).allMatch(Double::isFinite);
        assertThat(explained.get("score")).isEqualTo(scored.score().score());
        double mean =
            explained.get("g") * explained.get("F") * explained.get("A") / explained.get("X");
        assertThat(explained.get("E")).isEqualTo(mean, within(1e-9 * (1 + mean)));
        assertThat(new NegativeBinomial(explained.get("E"), explained.get("V"))
                .midPScore(explained.get("n").longValue()))
            .isEqualTo(explained.get("score"), within(1e-9));
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
      double score = new RisingDetector(keys, timeline())
          .score(k -> null)
          .getFirst()
          .score()
          .score();
      assertThat(score).isGreaterThan(last);
      last = score;
    }
  }

  @Test
  void score_ordinaryWindow_isNearZero() {
    var keys = List.of(fixed("a", 24, 24), fixed("b", 24, 24));
    for (Scored scored : new RisingDetector(keys, timeline()).score(k -> null)) {
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
    var detector = new RisingDetector(keys, timeline());
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
    var scored = new RisingDetector(keys, timeline).score(k -> null);
    assertThat(scored.getLast().score().score()).isGreaterThan(2);
    assertThat(scored.getFirst().score().score()).isFinite().isLessThan(1);
  }

  @Test
  void score_unobservedWindow_isZero() {
    var timeline = new Timeline(
        0, PAST * Timeline.HOUR, (PAST + WINDOW) * Timeline.HOUR, ZoneOffset.UTC, h -> h < PAST);
    var scored = new RisingDetector(List.of(fixed("a", 10, 0)), timeline).score(k -> null);
    assertThat(scored.getFirst().score().score()).isZero();
    assertThat(scored.getFirst().score().expected()).isZero();
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
