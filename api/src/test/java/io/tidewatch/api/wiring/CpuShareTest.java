package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CpuShareTest {
  private Instant now = Instant.parse("2025-06-01T00:00:00Z");
  private final CpuShare quarter = new CpuShare(0.25, () -> now);

  private int work(Duration took) {
    return quarter.run(() -> {
      now = now.plus(took);
      return 5;
    });
  }

  @Test
  void run_afterWork_waitsForItsShare() {
    assertThat(work(Duration.ofSeconds(2))).isEqualTo(5);
    now = now.plusSeconds(5);
    assertThat(work(Duration.ofSeconds(2))).isZero();
    now = now.plusSeconds(1);
    assertThat(work(Duration.ofSeconds(2))).isEqualTo(5);
  }

  @Test
  void run_failing_alsoPaysForItsTime() {
    assertThatIllegalStateException()
        .isThrownBy(() -> quarter.run(() -> {
          now = now.plusSeconds(1);
          throw new IllegalStateException("broken");
        }));
    assertThat(work(Duration.ofSeconds(1))).isZero();
    now = now.plusSeconds(3);
    assertThat(work(Duration.ofSeconds(1))).isEqualTo(5);
  }

  @Test
  void run_withAWholeShare_neverWaits() {
    CpuShare whole = new CpuShare(1, () -> now);
    assertThat(whole.run(() -> 1)).isEqualTo(1);
    assertThat(whole.run(() -> 2)).isEqualTo(2);
  }
}
