package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleBuilderTest {
  private static final UserTable TABLE = PlantedMarket.of(1000, 1).table();

  private static BitSet range(int from, int to) {
    BitSet set = new BitSet();
    set.set(from, to);
    return set;
  }

  private static SampleBuilder builder(SamplePlan plan) {
    return new SampleBuilder(
        TABLE,
        Map.of(
            "small", range(0, 10),
            "near", range(5, 35),
            "far", range(30, 130),
            "crowd", range(100, 1000)),
        plan);
  }

  @Test
  void draw_smallBrand_borrowsNearestFirstByWeight() {
    var plan = new SamplePlan(40, 0.5, 2);
    var drawn = builder(plan)
        .draw("small", List.of(new NearBrand("far", 0.1), new NearBrand("near", 0.2)), 3);
    assertThat(drawn.own()).isEqualTo(10);
    // 25 buyers of near at 0.5 leave 17.5 of 30 to fill; far weighs 0.25 and gives 70.
    assertThat(drawn.borrowed()).containsExactly(Map.entry("near", 25), Map.entry("far", 70));
    Sample sample = drawn.sample();
    double weight = 0;
    for (int i = 0; i < sample.positives(); i++) {
      assertThat(sample.positive(i)).isTrue();
      weight += sample.weight(i);
    }
    assertThat(weight).isCloseTo(40, within(0.25));
    assertThat(sample.size()).isEqualTo(3 * 105);
  }

  @Test
  void draw_unlabelled_areOtherBrandsUsersOnce() {
    var drawn = builder(new SamplePlan(5, 0.5, 20)).draw("small", List.of(), 3);
    Sample sample = drawn.sample();
    assertThat(drawn.borrowed()).isEmpty();
    assertThat(sample.positives()).isEqualTo(10);
    assertThat(sample.size()).isEqualTo(210);
    assertThat(sample.unlabelledRate()).isCloseTo(200.0 / 990, within(1e-12));
    var seen = new HashSet<Integer>();
    for (int i = 10; i < sample.size(); i++) {
      assertThat(sample.user(i)).isGreaterThanOrEqualTo(10);
      assertThat(seen.add(sample.user(i))).isTrue();
    }
  }

  @Test
  void draw_moreUnlabelledThanThereAre_takesAll() {
    Sample sample =
        builder(new SamplePlan(5, 0.5, 1000)).draw("small", List.of(), 3).sample();
    assertThat(sample.size()).isEqualTo(1000);
    assertThat(sample.unlabelledRate()).isEqualTo(1);
  }

  @Test
  void draw_seed_decides() {
    SampleBuilder builder = builder(new SamplePlan(5, 0.5, 5));
    int[] first = builder.draw("small", List.of(), 3).sample().users();
    assertThat(builder.draw("small", List.of(), 3).sample().users()).isEqualTo(first);
    assertThat(builder.draw("small", List.of(), 4).sample().users()).isNotEqualTo(first);
  }

  @Test
  void draw_brandWithoutBuyers_borrowsOrIsRefused() {
    SampleBuilder builder = builder(SamplePlan.DEFAULT);
    assertThat(builder.draw("new", List.of(new NearBrand("near", 0.3)), 1).borrowed())
        .containsExactly(Map.entry("near", 30));
    assertThatThrownBy(() -> builder.draw("new", List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are required, got none for new");
    assertThatThrownBy(() -> new SampleBuilder(
                TABLE, Map.of("only", range(0, 9)), SamplePlan.DEFAULT)
            .draw("only", List.of(), 1))
        .hasMessageContaining("brands other than only");
  }

  @Test
  void similarity_outOfRange_isRefused() {
    assertThatThrownBy(() -> new NearBrand("b", 0)).hasMessageContaining("got 0.0");
  }
}
