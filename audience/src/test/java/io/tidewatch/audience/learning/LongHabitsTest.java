package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class LongHabitsTest {
  private static final AudienceConfig CONFIG = AudienceConfig.DEFAULT;
  private final FakeBehaviorStore store = new FakeBehaviorStore();

  @Test
  void numbers_ordersEveryThirtyDays_sayHowFarIntoTheGap() {
    order("o1", "u", 70, "beta.p");
    order("o2", "u", 40, "beta.p");
    order("o3", "u", 10, "beta.p");
    assertThat(number("u", "category: orders")).isEqualTo(3);
    assertThat(number("u", "category: days since order over usual gap"))
        .isCloseTo(1 / 3.0, within(1e-6));
    assertThat(number("u", "brand: acts")).isZero();
  }

  @Test
  void numbers_refundedOrder_isNoOrder() {
    order("o1", "u", 70, "beta.p");
    order("o2", "u", 40, "beta.p");
    store.refund("o2", at(30), "50");
    assertThat(number("u", "category: orders")).isEqualTo(1);
    assertThat(number("u", "category: days since order over usual gap")).isNaN();
  }

  @Test
  void numbers_cartBeforeAnOrder_isNoLongerOpen() {
    store.add("u", at(5), "cart", "beta", "makeup");
    store.add("v", at(5), "cart", "beta", "makeup");
    order("o1", "v", 4, "beta.p");
    store.add("w", at(20), "cart", "beta", "makeup");
    assertThat(number("u", "category: kept in 14 days and not bought")).isEqualTo(1);
    assertThat(number("v", "category: kept in 14 days and not bought")).isZero();
    assertThat(number("w", "category: kept in 14 days and not bought")).isZero();
  }

  @Test
  void numbers_actsWithTheBrand_areAShareShrunkByThree() {
    store.add("u", at(60), "click", "alpha", "makeup");
    store.add("u", at(60), "click", "beta", "makeup");
    store.add("u", at(2), "impression", "alpha", "makeup");
    store.add("u", at(2), "click", "bean", "coffee");
    store.add("u", at(3), "click", "bean", "coffee");
    assertThat(number("u", "brand: acts")).isEqualTo(1);
    assertThat(number("u", "brand: share of acts in category")).isEqualTo(0.2);
    assertThat(number("u", "category: acts in 180 days")).isEqualTo(2);
    assertThat(number("u", "active days in 28 days")).isEqualTo(2);
    assertThat(number("u", "category: days sought in 28 days")).isZero();
  }

  @Test
  void numbers_pricesMet_areComparedWithTheBrands() {
    for (int i = 1; i <= 5; i++) {
      store.order(
          "p" + i, "payer", at(9), "x", i == 5 ? "alpha.p" : "p" + i, "makeup", "" + i, "CNY");
    }
    store.order("q", "u", at(9), "x", "p1", "makeup", "1", "CNY");
    assertThat(number("u", "category: usual price")).isCloseTo(0.1, within(1e-9));
    assertThat(number("u", "category: usual price off the brand's")).isCloseTo(0.8, within(1e-9));
    store.add("v", at(9), "click", "bean", "coffee");
    assertThat(number("v", "category: usual price")).isNaN();
  }

  private void order(String id, String user, int days, String product) {
    store.order(id, user, at(days), "beta", product, "makeup", "50", "CNY");
  }

  private static Instant at(int days) {
    return Market.END.minus(Duration.ofDays(days));
  }

  private double number(String user, String name) {
    UserFacts facts =
        FactPacker.read(store, Market.END, CONFIG.reach(), CONFIG.zone(), CONFIG.currency());
    var categories = new BitSet();
    categories.set(facts.categories().number("makeup"));
    var habits = new LongHabits(facts, BrandScope.of("alpha", Market.CATALOGUE, facts), categories);
    return habits.numbers(facts.user(user))[LongHabits.names().indexOf(name)];
  }
}
