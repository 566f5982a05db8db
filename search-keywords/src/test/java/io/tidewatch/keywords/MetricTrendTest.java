package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricTrendTest {
  private static final double Z = 1.6448536;

  @Test
  void ofCounts_handWorked_isTheLogRatioWithItsSpread() {
    MetricTrend.Change moved = MetricTrend.ofCounts(49, 99);

    assertThat(moved.before()).isEqualTo(49);
    assertThat(moved.after()).isEqualTo(99);
    assertThat(moved.change().mid()).isCloseTo(Math.log(99.5 / 49.5), within(1e-12));
    double spread = Z * Math.sqrt(1 / 99.5 + 1 / 49.5);
    assertThat(moved.change().lo()).isCloseTo(Math.log(99.5 / 49.5) - spread, within(1e-6));
    assertThat(moved.change().hi()).isCloseTo(Math.log(99.5 / 49.5) + spread, within(1e-6));
  }

  @Test
  void ofCounts_few_saysNothing() {
    assertThat(MetricTrend.ofCounts(4, 5)).isNull();
    assertThat(MetricTrend.ofCounts(0, 10)).isNotNull();
  }

  @Test
  void ofShares_sameShare_isAroundZero() {
    MetricTrend.Change moved = MetricTrend.ofShares(100, 1000, 200, 2000);

    assertThat(moved.change().mid()).isCloseTo(0, within(0.01));
    assertThat(moved.change().lo()).isNegative();
    assertThat(moved.change().hi()).isPositive();
  }

  @Test
  void ofShares_withoutTrialsInOneHalf_saysNothing() {
    assertThat(MetricTrend.ofShares(0, 0, 50, 100)).isNull();
  }

  @Test
  void ofSums_handWorked_hasTheCompoundPoissonSpread() {
    var before = new Halves.Half(new TreeMap<>(Map.of("a", 10L)), 10, 100, 1000);
    var after = new Halves.Half(new TreeMap<>(Map.of("a", 20L)), 20, 200, 2000);

    MetricTrend.Change moved = MetricTrend.ofSums(new Halves(before, after));

    double spread = Z * Math.sqrt(1000 / 10000.0 + 2000 / 40000.0);
    assertThat(moved.change().mid()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(moved.change().hi()).isCloseTo(Math.log(2) + spread, within(1e-6));
  }

  @Test
  void ofSums_nothingInOneHalf_saysNothing() {
    var none = new Halves.Half(Collections.emptySortedMap(), 0, 0, 0);
    var some = new Halves.Half(new TreeMap<>(Map.of("a", 20L)), 20, 200, 2000);

    assertThat(MetricTrend.ofSums(new Halves(none, some))).isNull();
  }

  @Test
  void ofEntropy_moreOpen_isPositiveAndNeedsEnoughOrders() {
    var entropy = new KeywordEntropy(30);

    MetricTrend.Change moved =
        MetricTrend.ofEntropy(entropy.explain(90, 5, 5), entropy.explain(34, 33, 33));

    assertThat(moved.change().lo()).isPositive();
    assertThat(MetricTrend.ofEntropy(entropy.explain(9, 5, 5), entropy.explain(34, 33, 33)))
        .isNull();
  }
}
