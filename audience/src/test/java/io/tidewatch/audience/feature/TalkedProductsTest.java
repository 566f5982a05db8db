package io.tidewatch.audience.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.trend.ProductTalk;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkedProductsTest {

  @Test
  void praise_needsThreeAuthorsAndAMajorityBeyondChance() {
    assertThat(TalkedProducts.isPraised(2, 0)).isFalse();
    // 3 of 3: the lower bound is 3 / (3 + 1.6449²) = 0.526
    assertThat(TalkedProducts.isPraised(3, 0)).isTrue();
    // 5 of 6 has 0.499, 6 of 7 has 0.553
    assertThat(TalkedProducts.isPraised(5, 1)).isFalse();
    assertThat(TalkedProducts.isPraised(6, 1)).isTrue();
    assertThat(TalkedProducts.isPraised(60, 60)).isFalse();
  }

  @Test
  void topics_areTheHashtagsOfMostAuthors_atMostFive() {
    var hashtags = new HashMap<String, Long>();
    for (int i = 0; i < 8; i++) {
      hashtags.put("h" + i, 2L + i);
    }

    TalkedProducts talked = TalkedProducts.of(
        facts(),
        List.of(
            new ProductTalk("tent.p", 20, 20, Map.of(), Map.of(), hashtags),
            new ProductTalk("nobody.met", 20, 20, Map.of("quality", 9L), Map.of(), hashtags)));

    assertThat(Arrays.stream(talked.topics(facts().products().number("tent.p")))
            .mapToObj(talked::topic))
        .containsExactly("h7", "h6", "h5", "h4", "h3");
  }

  @Test
  void silence_saysNothing() {
    TalkedProducts talked = TalkedProducts.of(facts(), List.of());
    assertThat(talked.aspects(0)).isEmpty();
    assertThat(talked.topics(0)).isEmpty();
    assertThat(talked.level(0)).isZero();
  }

  private static UserFacts facts() {
    FakeBehaviorStore store = Market.store();
    return FactPacker.read(store, Market.END, 1000, ZoneId.of("Asia/Shanghai"), "CNY");
  }
}
