package io.tidewatch.audience.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FactPackerTest {
  private static final Instant END = Market.END;

  private final FakeBehaviorStore store = new FakeBehaviorStore();

  @Test
  void read_manyUsers_keepsEachOnesFactsSideBySideOldestFirst() {
    for (int i = 0; i < 5000; i++) {
      store.add("u%04d".formatted(i % 1700), END.minusSeconds(1 + i), "click", "b" + i % 7, "c");
    }

    UserFacts facts = read();

    assertThat(facts.users()).isEqualTo(1700);
    assertThat(facts.size()).isEqualTo(5000);
    for (int user = 0; user < facts.users(); user++) {
      assertThat(facts.userId(user)).isEqualTo("u%04d".formatted(user));
      assertThat(facts.user(facts.userId(user))).isEqualTo(user);
      for (int fact = facts.first(user) + 1; fact < facts.end(user); fact++) {
        assertThat(facts.age(fact)).isLessThan(facts.age(fact - 1));
      }
    }
    assertThat(facts.user("stranger")).isEqualTo(Names.NONE);
  }

  @Test
  void age_fractionsOfASecond_roundUpSoThatWindowsAreExact() {
    store.add("u", END.minusMillis(1), "click", "alpha", "makeup");
    store.add("u", END.minus(Duration.ofDays(15)).minusMillis(1), "click", "alpha", "makeup");

    UserFacts facts = read();

    assertThat(facts.age(1)).isEqualTo(1);
    assertThat(facts.age(0)).isEqualTo(15 * UserFacts.DAY + 1);
  }

  @Test
  void day_andHour_areLocal() {
    store.add("u", Instant.parse("2025-11-10T15:59:59Z"), "click", "alpha", "makeup");
    store.add("u", Instant.parse("2025-11-10T16:00:00Z"), "click", "alpha", "makeup");

    UserFacts facts = read();

    assertThat(facts.day(0)).isEqualTo(1);
    assertThat(facts.hour(0)).isEqualTo(23);
    assertThat(facts.day(1)).isZero();
    assertThat(facts.hour(1)).isZero();
  }

  @Test
  void order_values_areNetInTheCurrencyAndElseNotAValue() {
    store.order("part", "a", ago(5), "alpha", "alpha.p", "makeup", "80", "CNY");
    store.refund("part", ago(3), "30");
    store.order("foreign", "b", ago(5), "alpha", "alpha.p", "makeup", "80", "USD");
    store.order("whole", "c", ago(5), "alpha", "alpha.q", "makeup", "10", "CNY");
    store.refund("whole", ago(2), "12");

    UserFacts facts = read();

    assertThat(facts.value(0)).isEqualTo(50);
    assertThat(facts.isPartlyRefunded(0)).isTrue();
    assertThat(facts.isKeptOrder(0)).isTrue();
    assertThat(facts.value(1)).isNaN();
    assertThat(facts.isKeptOrder(1)).isTrue();
    assertThat(facts.isKeptOrder(2)).isFalse();
    assertThat(facts.returnedAge(2)).isEqualTo(2 * UserFacts.DAY);
    assertThat(facts.value(2)).isZero();
    assertThat(facts.unitPrice(facts.products().number("alpha.p"))).isCloseTo(80, within(1e-9));
    assertThat(facts.isKeptOrder(0)).isTrue();
  }

  @Test
  void active_isWithinTheDays() {
    store.add("in", END.minus(Duration.ofDays(90)), "click", "alpha", "makeup");
    store.add("out", END.minus(Duration.ofDays(90)).minusMillis(1), "click", "alpha", "makeup");

    UserFacts facts = read();

    assertThat(facts.active(90).toArray()).containsExactly(facts.user("in"));
  }

  @Test
  void read_unknownActionsOrNothing_areLeftOut() {
    store.add("u", ago(1), "sneeze", "alpha", "makeup");

    assertThat(read().users()).isZero();
    assertThat(read().size()).isZero();
    assertThat(read().active(90).isEmpty()).isTrue();
  }

  @Test
  void read_badDays_areRefused() {
    assertThatThrownBy(() -> FactPacker.read(store, END, 0, ZoneId.of("Asia/Shanghai"), "CNY"))
        .hasMessageContaining("days");
  }

  @Test
  void userSet_operations_agreeWithSets() {
    UserSet a = UserSet.of(1, 5, 70_000);
    UserSet b = UserSet.of(5, 6);

    assertThat(a.and(b).toArray()).containsExactly(5);
    assertThat(a.or(b).toArray()).containsExactly(1, 5, 6, 70_000);
    assertThat(a.without(b).toArray()).containsExactly(1, 70_000);
    assertThat(a.overlap(b)).isEqualTo(1);
    assertThat(a.union(b)).isEqualTo(4);
    assertThat(UserSet.all(3).toArray()).containsExactly(0, 1, 2);
    assertThat(UserSet.all(0).isEmpty()).isTrue();
  }

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }

  private UserFacts read() {
    return FactPacker.read(store, END, 1000, ZoneId.of("Asia/Shanghai"), "CNY");
  }
}
