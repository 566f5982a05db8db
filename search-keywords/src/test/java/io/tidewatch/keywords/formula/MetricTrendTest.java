package io.tidewatch.keywords.formula;

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
  void ofShares_handWorked_hasTheSpreadOfALogRatio() {
    // (30 + ½)/(99 + 1) = .305 and (60 + ½)/100 = .605; var ln = (1 − p)/(p (n + 1)) each
    MetricTrend.Change moved = MetricTrend.ofShares(30, 99, 60, 99);

    double spread = Z * Math.sqrt(0.695 / 30.5 + 0.395 / 60.5);
    assertThat(moved.before()).isCloseTo(0.305, within(1e-12));
    assertThat(moved.after()).isCloseTo(0.605, within(1e-12));
    assertThat(moved.change().lo()).isCloseTo(Math.log(0.605 / 0.305) - spread, within(1e-6));
    assertThat(moved.change().hi()).isCloseTo(Math.log(0.605 / 0.305) + spread, within(1e-6));
  }

  @Test
  void ofShares_atItsLimits_speaksFromTenHitsAndOneTrialOn() {
    assertThat(MetricTrend.ofShares(4, 100, 5, 100)).isNull();
    assertThat(MetricTrend.ofShares(4, 100, 6, 100)).isNotNull();
    assertThat(MetricTrend.ofShares(1, 1, 50, 100)).isNotNull();
    assertThat(MetricTrend.ofShares(50, 100, 1, 1)).isNotNull();
    assertThat(MetricTrend.ofShares(20, 9, 5, 10).before()).isCloseTo(0.95, within(1e-12));
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
    assertThat(MetricTrend.ofSums(new Halves(some, none))).isNull();
  }

  @Test
  void ofSums_atItsLimit_speaksFromTenOrdersOn() {
    var four = new Halves.Half(new TreeMap<>(Map.of("a", 3L, "b", 1L)), 4, 40, 400);
    var five = new Halves.Half(new TreeMap<>(Map.of("a", 5L)), 5, 50, 500);
    var six = new Halves.Half(new TreeMap<>(Map.of("a", 6L)), 6, 60, 600);

    assertThat(MetricTrend.ofSums(new Halves(four, five))).isNull();
    assertThat(MetricTrend.ofSums(new Halves(four, six))).isNotNull();
  }

  @Test
  void ofEntropy_moreOpen_isPositiveAndNeedsEnoughOrders() {
    var entropy = new KeywordEntropy(30);

    MetricTrend.Change moved =
        MetricTrend.ofEntropy(entropy.explain(90, 5, 5), entropy.explain(34, 33, 33));

    assertThat(moved.change().lo()).isPositive();
    var one = entropy.explain(90, 5, 5);
    var other = entropy.explain(34, 33, 33);
    double spread = Z * Math.sqrt(one.spread() * one.spread() + other.spread() * other.spread());
    assertThat(moved.change().mid()).isCloseTo(other.E() - one.E(), within(1e-12));
    assertThat(moved.change().hi()).isCloseTo(other.E() - one.E() + spread, within(1e-6));
    assertThat(MetricTrend.ofEntropy(entropy.explain(9, 5, 5), entropy.explain(34, 33, 33)))
        .isNull();
  }
}
