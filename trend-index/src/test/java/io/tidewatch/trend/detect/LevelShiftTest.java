package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelShiftTest {
  private final Random random = new Random(5);

  @Test
  void of_settledAtThreeTimesTheLevel_isDated() {
    double[] counts = new double[60];
    Arrays.fill(counts, 0, 40, 4);
    Arrays.fill(counts, 40, 60, 12);
    assertThat(LevelShift.of(counts, ones(60))).hasValueSatisfying(s -> {
      assertThat(s.since()).isEqualTo(40);
      assertThat(s.before()).isEqualTo(160.5 / 40, within(1e-9));
      assertThat(s.after()).isEqualTo(240.5 / 20, within(1e-9));
      assertThat(s.factor()).isEqualTo(s.after() / s.before());
      assertThat(s.explain().get("evidence")).isEqualTo(s.evidence());
      assertThat(s.explain().values()).allMatch(Double::isFinite);
    });
  }

  @Test
  void of_fallenLevel_isAShiftToo() {
    double[] counts = new double[40];
    Arrays.fill(counts, 0, 20, 12);
    Arrays.fill(counts, 20, 40, 3);
    assertThat(LevelShift.of(counts, ones(40)))
        .hasValueSatisfying(s -> assertThat(s.factor()).isLessThan(0.4));
  }

  @Test
  void of_burstThatIsOver_isNoNewLevel() {
    double[] counts = new double[60];
    Arrays.fill(counts, 4);
    Arrays.fill(counts, 35, 38, 60);
    assertThat(LevelShift.of(counts, ones(60))).isEmpty();
  }

  @Test
  void of_unchangedRate_isSeldomAShift() {
    int found = 0;
    for (int round = 0; round < 200; round++) {
      double[] counts = new double[80];
      Arrays.setAll(counts, t -> poisson(3));
      found += LevelShift.of(counts, ones(80)).isPresent() ? 1 : 0;
    }
    assertThat(found).isLessThanOrEqualTo(4);
  }

  @Test
  void of_unobservedSteps_sayNothing() {
    double[] counts = new double[60];
    double[] exposure = ones(60);
    Arrays.fill(counts, 4);
    Arrays.fill(counts, 30, 60, 0);
    Arrays.fill(exposure, 30, 60, 0);
    assertThat(LevelShift.of(counts, exposure)).isEmpty();
    assertThat(LevelShift.of(new double[0], new double[0])).isEmpty();
    assertThatThrownBy(() -> LevelShift.of(new double[3], new double[2]))
        .hasMessageContaining("exposure:");
  }

  @Test
  void evidence_louderNewLevel_isStronger() {
    double last = 0;
    for (int level = 8; level < 40; level += 4) {
      double[] counts = new double[40];
      Arrays.fill(counts, 0, 20, 3);
      Arrays.fill(counts, 20, 40, level);
      double evidence = LevelShift.of(counts, ones(40)).orElseThrow().evidence();
      assertThat(evidence).isGreaterThan(last);
      last = evidence;
    }
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int n = -1;
    for (double p = 1; p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
