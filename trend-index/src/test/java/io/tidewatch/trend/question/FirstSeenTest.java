package io.tidewatch.trend.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of first times against a plain map, and the order of numbers against the library's. */
class FirstSeenTest {
  private record Pair(int key, long unit) {}

  @Test
  void drain_manySightings_givesTheFirstTimeOfEachKeyAndUnitOnceAndForgetsThem() {
    var random = new SplittableRandom(7);
    var seen = new FirstSeen();
    for (int day = 0; day < 3; day++) {
      Map<Pair, Long> first = new HashMap<>();
      for (int i = 0; i < 20_000; i++) {
        var pair = new Pair(random.nextInt(-1, 50), random.nextLong(100));
        long time = random.nextLong(-1000, 1000);
        seen.see(pair.key(), pair.unit(), time);
        first.merge(pair, time, Math::min);
      }
      Map<Integer, Long> sums = new HashMap<>();
      Map<Integer, Integer> counts = new HashMap<>();
      seen.drain((key, time) -> {
        sums.merge(key, time, Long::sum);
        counts.merge(key, 1, Integer::sum);
      });
      Map<Integer, Long> expected = new HashMap<>();
      first.forEach((pair, time) -> expected.merge(pair.key(), time, Long::sum));
      assertThat(sums).isEqualTo(expected);
      assertThat(counts.values().stream().mapToInt(n -> n).sum()).isEqualTo(first.size());
    }
    seen.drain((key, time) -> {
      throw new AssertionError("nothing is left, got " + key);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4095, 4096, 70_000})
  void ascending_anySize_isTheLibrarysOrder(int size) {
    var order = new NumberOrder();
    var random = new SplittableRandom(size);
    for (long bound : new long[] {2, 1 << 11, 1L << 33, Long.MAX_VALUE}) {
      long[] numbers = random.longs(size + 10, 0, bound).toArray();
      long[] expected = Arrays.copyOf(numbers, size);
      Arrays.sort(expected);

      assertThat(Arrays.copyOf(order.ascending(numbers, size), size)).isEqualTo(expected);
    }
  }
}
