package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Alpha and beta sell make-up; 10 of 40 buyers of beta buy alpha next. */
class RivalHabitsTest {
  private static final Instant END = Market.END;

  private final FakeBehaviorStore store = new FakeBehaviorStore();

  RivalHabitsTest() {
    for (int i = 0; i < 40; i++) {
      String user = "buyer%02d".formatted(i);
      store.add(user, ago(80), "order", "beta", "makeup");
      store.add(user, ago(60), "order", i < 10 ? "alpha" : "beta", "makeup");
      store.add("owner%02d".formatted(i), ago(50), "order", "alpha", "makeup");
    }
  }

  @Test
  void numbers_ofOneUser_areWhatWasDoneWithRivals() {
    store.order("o1", "u", ago(200), "beta", "beta.p", "makeup", "50", "CNY");
    store.order("o2", "u", ago(100), "beta", "beta.p", "makeup", "50", "CNY");
    store.order("o3", "u", ago(40), "beta", "beta.p", "makeup", "50", "CNY");
    store.refund("o3", ago(35), "50");
    store.rate("u", ago(30), "beta", 1);
    store.rate("u", ago(95), "beta", 5);
    store.add("u", ago(3), "click", "beta", "makeup");
    store.add("u", ago(2), "impression", "beta", "makeup");
    store.add("u", ago(1), "click", "bean", "coffee");
    // state L, met 3 days ago; in 28 days the click; in 90 also the order sent back and the poor
    // rating; two kept orders in 365 days, the last 100 days ago
    assertThat(numbers("u"))
        .startsWith(4, 3, 1, 3, 1, 2, 100, 1, 1, 1)
        .hasSize(RivalHabits.NAMES.size());
    assertThat(numbers("u")[10]).isBetween(0.1, 0.4);
  }

  @Test
  void numbers_ofAStranger_knowNothing() {
    store.add("stranger", ago(1), "click", "bean", "coffee");
    assertThat(numbers("stranger"))
        .containsExactly(0, Double.NaN, 0, 0, 0, 0, Double.NaN, 0, 0, 0, Double.NaN);
  }

  @Test
  void numbers_whatHappensAtOrAfterT_changesNothing() {
    store.add("u", ago(3), "click", "beta", "makeup");
    double[] before = numbers("u");
    store.add("u", END, "order", "beta", "makeup");
    store.add("u", END.plusSeconds(9), "click", "beta", "makeup");
    assertThat(numbers("u")).containsExactly(before);
  }

  private double[] numbers(String user) {
    BrandMoment moment = Market.sources(store).moments().at("alpha", END, Market.CATALOGUE);
    return new RivalHabits(moment.brief()).numbers(moment.facts().user(user));
  }

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }
}
