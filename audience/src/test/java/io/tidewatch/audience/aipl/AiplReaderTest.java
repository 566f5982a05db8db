package io.tidewatch.audience.aipl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiplReaderTest {
  private static final Instant END = Market.END;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int DAY = UserFacts.DAY;

  private final FakeBehaviorStore store = new FakeBehaviorStore();

  @ParameterizedTest
  @CsvSource({
    "impression, A, impression",
    "ad_exposure, A, ad-exposure",
    "view, I, view",
    "click, I, click",
    "ad_click, I, ad-click",
    "favorite, I, favorite",
    "cart, I, cart",
    "follow, I, follow",
    "order, P, order",
    "share, O, "
  })
  void state_ofOneAction_isItsStateAndNamesIt(String action, AiplState state, String evidence) {
    store.add("u", ago(3), action, "alpha", "makeup");

    BrandStates states = now();

    assertThat(states.state(0)).isEqualTo(state);
    assertThat(states.evidence(0))
        .extracting(Evidence::label)
        .isEqualTo(evidence == null ? List.of() : List.of(evidence));
  }

  @ParameterizedTest
  @CsvSource({"impression, 15, A", "click, 15, I", "order, 730, P"})
  void state_atTheEdgeOfItsWindow_holdsToTheSecond(String action, int days, AiplState state) {
    store.add("in", END.minus(Duration.ofDays(days)), action, "alpha", "makeup");
    store.add("out", END.minus(Duration.ofDays(days)).minusMillis(1), action, "alpha", "makeup");
    store.add("late", END, action, "alpha", "makeup");
    store.add("late", ago(1), "click", "bean", "coffee");

    UserFacts facts = facts();
    BrandStates states = reader(facts).now();

    assertThat(states.state(facts.user("in"))).isEqualTo(state);
    assertThat(states.evidence(facts.user("in"))).hasSize(1);
    assertThat(states.state(facts.user("out"))).isEqualTo(AiplState.O);
    assertThat(states.state(facts.user("late"))).isEqualTo(AiplState.O);
  }

  @Test
  void state_searches_areInterestByNameAndAwarenessByResults() {
    store.search("named", ago(2), "小a管 试色", "makeup");
    store.search("shown", ago(2), "口红", "makeup", List.of("alpha", "beta"));
    store.search("other", ago(2), "口红", "makeup", List.of("beta"));
    store.search("old", ago(16), "口红", "makeup", List.of("alpha"));

    UserFacts facts = facts();
    BrandStates states = reader(facts).now();

    assertThat(states.state(facts.user("named"))).isEqualTo(AiplState.I);
    assertThat(states.evidence(facts.user("named"))).containsExactly(Evidence.NAMED_SEARCH);
    assertThat(states.state(facts.user("shown"))).isEqualTo(AiplState.A);
    assertThat(states.evidence(facts.user("shown"))).containsExactly(Evidence.SHOWN_IN_RESULTS);
    assertThat(states.state(facts.user("other"))).isEqualTo(AiplState.O);
    assertThat(states.state(facts.user("old"))).isEqualTo(AiplState.O);
  }

  @Test
  void state_highestWins_andAllEvidenceIsNamed() {
    store.add("u", ago(40), "order", "alpha", "makeup");
    store.add("u", ago(3), "click", "alpha", "makeup");
    store.add("u", ago(2), "impression", "alpha", "makeup");

    assertThat(now().state(0)).isEqualTo(AiplState.P);
    assertThat(now().evidence(0))
        .containsExactly(Evidence.IMPRESSION, Evidence.CLICK, Evidence.ORDER);
  }

  @Test
  void loyalty_needsTwoPurchaseDaysWithinAYear() {
    store.order("1", "sameDay", ago(10), "alpha", "alpha.p", "makeup", "9", "CNY");
    store.order("2", "sameDay", ago(10).plusSeconds(60), "alpha", "alpha.p", "makeup", "9", "CNY");
    twoOrders("twoDays", 10, 364);
    twoOrders("tooFar", 10, 366);

    UserFacts facts = facts();
    BrandStates states = reader(facts).now();

    assertThat(states.state(facts.user("sameDay"))).isEqualTo(AiplState.P);
    assertThat(states.state(facts.user("twoDays"))).isEqualTo(AiplState.L);
    assertThat(states.evidence(facts.user("twoDays")))
        .containsExactly(Evidence.ORDER, Evidence.REPEAT_PURCHASE);
    assertThat(states.state(facts.user("tooFar"))).isEqualTo(AiplState.P);
  }

  @Test
  void loyalty_byVoice_needsAPurchaseAndAGoodRatingOrShare() {
    for (String user : List.of("good", "poor", "stale", "shares")) {
      store.add(user, ago(100), "order", "alpha", "makeup");
    }
    store.rate("good", ago(5), "alpha", 4);
    store.rate("poor", ago(5), "alpha", 3);
    store.rate("stale", ago(91), "alpha", 5);
    store.rate("noOrder", ago(5), "alpha", 5);
    store.add("shares", ago(5), "share", "alpha", "makeup");

    UserFacts facts = facts();
    BrandStates states = reader(facts).now();

    assertThat(states.state(facts.user("good"))).isEqualTo(AiplState.L);
    assertThat(states.evidence(facts.user("good"))).contains(Evidence.GOOD_RATING);
    assertThat(states.state(facts.user("poor"))).isEqualTo(AiplState.P);
    assertThat(states.state(facts.user("stale"))).isEqualTo(AiplState.P);
    assertThat(states.state(facts.user("noOrder"))).isEqualTo(AiplState.O);
    assertThat(states.state(facts.user("shares"))).isEqualTo(AiplState.L);
  }

  @Test
  void evidence_ofOneUser_isWhatTheStateRestsOn() {
    store.search("u", ago(2), "口红", "makeup", List.of("alpha"));
    store.add("u", ago(3), "click", "alpha", "makeup");
    store.add("u", ago(16), "click", "alpha", "makeup");
    twoOrders("u", 10, 300);
    store.rate("u", ago(5), "alpha", 5);
    store.rate("noOrder", ago(5), "alpha", 5);

    UserFacts facts = facts();
    AiplReader reader = reader(facts);
    BrandStates states = reader.now();
    List<Held> held = reader.evidence(facts.user("u"));

    assertThat(held)
        .extracting(h -> h.evidence().label() + " " + h.age() / DAY)
        .containsExactlyInAnyOrder(
            "shown-in-results 2",
            "click 3",
            "good-rating 5",
            "order 10",
            "order 300",
            "repeat-purchase 10",
            "repeat-purchase 300");
    assertThat(held).extracting(Held::age).isSorted();
    assertThat(held.stream().map(Held::evidence).distinct())
        .containsExactlyInAnyOrderElementsOf(states.evidence(facts.user("u")));
    assertThat(held)
        .allSatisfy(
            h -> assertThat(h.fact() < 0).isEqualTo(h.evidence() == Evidence.SHOWN_IN_RESULTS));
    assertThat(reader.evidence(facts.user("noOrder"))).isEmpty();
  }

  @Test
  void purchase_paidBackInFull_isNoneFromThenOn_butWasOneBefore() {
    store.order("whole", "whole", ago(40), "alpha", "alpha.p", "makeup", "10", "CNY");
    store.refund("whole", ago(12), "4").refund("whole", ago(10), "6");
    store.order("part", "part", ago(40), "alpha", "alpha.p", "makeup", "10", "CNY");
    store.refund("part", ago(10), "9.99");
    store.order("free", "free", ago(40), "alpha", "alpha.p", "makeup", "0", "CNY");

    UserFacts facts = facts();
    AiplReader reader = reader(facts);

    assertThat(reader.now().state(facts.user("whole"))).isEqualTo(AiplState.O);
    assertThat(reader.before(11 * DAY).state(facts.user("whole"))).isEqualTo(AiplState.P);
    assertThat(reader.before(10 * DAY).state(facts.user("whole"))).isEqualTo(AiplState.P);
    assertThat(reader.before(10 * DAY).evidence(facts.user("whole")))
        .containsExactly(Evidence.ORDER);
    assertThat(reader.before(10 * DAY - 1).state(facts.user("whole"))).isEqualTo(AiplState.O);
    assertThat(reader.now().leftAgo(facts.user("whole"), AiplState.P)).isEqualTo(10 * DAY);
    assertThat(reader.now().state(facts.user("part"))).isEqualTo(AiplState.P);
    assertThat(reader.now().state(facts.user("free"))).isEqualTo(AiplState.O);
  }

  @Test
  void before_anyTime_equalsAReadingAsOfThatTime() {
    var random = new Random(7);
    String[] actions = {"impression", "click", "cart", "order", "share", "ad_exposure"};
    for (int i = 0; i < 3000; i++) {
      String user = "u" + random.nextInt(100);
      Instant at = END.minusSeconds(1 + random.nextInt(900 * DAY));
      if (random.nextInt(4) == 0) {
        String id = "o" + i;
        store.order(id, user, at, "alpha", "alpha.p", "makeup", "10", "CNY");
        if (random.nextBoolean()) {
          store.refund(id, at.plusSeconds(random.nextInt(60 * DAY)), "10");
        }
      } else if (random.nextInt(6) == 0) {
        store.rate(user, at, "alpha", 1 + random.nextInt(5));
      } else if (random.nextInt(6) == 0) {
        store.search(user, at, "口红", "makeup", List.of("alpha"));
      } else {
        store.add(user, at, actions[random.nextInt(actions.length)], "alpha", "makeup");
      }
    }
    UserFacts facts = facts();
    AiplReader reader = reader(facts);
    for (int seconds : new int[] {0, 1, 3600, 12 * DAY + 77, 90 * DAY}) {
      UserFacts then = FactPacker.read(store, END.minusSeconds(seconds), 1000, SHANGHAI, "CNY");
      BrandStates expected = reader(then).now();
      BrandStates states = reader.before(seconds);
      for (int user = 0; user < facts.users(); user++) {
        int same = then.user(facts.userId(user));
        assertThat(states.state(user))
            .as("%s %d s before", facts.userId(user), seconds)
            .isEqualTo(same < 0 ? AiplState.O : expected.state(same));
        if (same >= 0) {
          assertThat(states.evidence(user)).isEqualTo(expected.evidence(same));
        }
      }
    }
  }

  @Test
  void states_poisonedFuture_changeNothing() {
    store.add("a", ago(3), "impression", "alpha", "makeup");
    store.order("o", "p", ago(3), "alpha", "alpha.p", "makeup", "10", "CNY");
    UserFacts before = facts();
    byte[] states = reader(before).now().toArray();

    store.refund("o", END, "10");
    store.add("a", END, "order", "alpha", "makeup");
    store.add("new", END.plusSeconds(5), "order", "alpha", "makeup");
    store.search("a", END, "口红", "makeup", List.of("alpha"));

    UserFacts after = facts();
    assertThat(after.users()).isEqualTo(before.users());
    assertThat(reader(after).now().toArray()).isEqualTo(states);
  }

  @Test
  void left_fellOutOfAState_saysWhenAndOnlyWhileShallower() {
    store.add("interest", ago(20), "click", "alpha", "makeup");
    store.add("aware", ago(20), "click", "alpha", "makeup");
    store.add("aware", ago(16), "impression", "alpha", "makeup");
    store.add("back", ago(20), "click", "alpha", "makeup");
    store.add("back", ago(1), "order", "alpha", "makeup");
    store.add("buyer", ago(735), "order", "alpha", "makeup");
    twoOrders("loyal", 370, 380);

    UserFacts facts = facts();
    BrandStates states = reader(facts).now();

    assertThat(states.leftAgo(facts.user("interest"), AiplState.I)).isEqualTo(5 * DAY);
    assertThat(states.leftAgo(facts.user("aware"), AiplState.I)).isEqualTo(5 * DAY);
    assertThat(states.leftAgo(facts.user("aware"), AiplState.A)).isEqualTo(DAY);
    assertThat(states.leftAgo(facts.user("back"), AiplState.I)).isEqualTo(BrandStates.NEVER);
    assertThat(states.leftAgo(facts.user("buyer"), AiplState.P)).isEqualTo(5 * DAY);
    assertThat(states.state(facts.user("loyal"))).isEqualTo(AiplState.P);
    assertThat(states.leftAgo(facts.user("loyal"), AiplState.L)).isEqualTo(15 * DAY);
    assertThat(states.left(AiplState.I, 30).size()).isEqualTo(2);
    assertThat(states.left(AiplState.I, 4).size()).isZero();
    assertThat(states.left(AiplState.L, 30).toArray()).containsExactly(facts.user("loyal"));
  }

  @Test
  void transitions_betweenTwoTimes_countEveryUserOnceAndDeepen() {
    store.add("stays", ago(40), "impression", "alpha", "makeup");
    store.add("deepens", ago(40), "impression", "alpha", "makeup");
    store.add("deepens", ago(2), "order", "alpha", "makeup");
    store.add("enters", ago(200), "click", "bean", "coffee");
    store.add("enters", ago(2), "cart", "alpha", "makeup");

    UserFacts facts = facts();
    AiplReader reader = reader(facts);
    Transitions moves =
        Transitions.between(reader.before(30 * DAY), reader.now(), UserSet.all(facts.users()));

    assertThat(moves.count(AiplState.A, AiplState.O)).isEqualTo(1);
    assertThat(moves.count(AiplState.A, AiplState.P)).isEqualTo(1);
    assertThat(moves.entered(AiplState.I)).isEqualTo(1);
    assertThat(moves.fell(AiplState.A)).isEqualTo(1);
    Deepening deepening = moves.deepening(AiplState.A, AiplState.I);
    assertThat(deepening.users()).isEqualTo(2);
    assertThat(deepening.reached()).isEqualTo(1);
    assertThat(deepening.rate()).isEqualTo(0.5);
    // Wilson, 1 of 2
    assertThat(deepening.low()).isCloseTo(0.0945, within(1e-4));
    assertThat(moves.deepening(AiplState.L, AiplState.L).rate()).isNull();
  }

  @Test
  void config_windowsThatMakeNoSense_areRefused() {
    assertThatThrownBy(() -> new AiplConfig(0, 15, 730, 365, 2, 90, 4))
        .hasMessageContaining("at least 1 day");
    assertThatThrownBy(() -> new AiplConfig(15, 15, 100, 365, 2, 90, 4))
        .hasMessageContaining("loyaltyDays");
    assertThatThrownBy(() -> new AiplConfig(15, 15, 730, 365, 1, 90, 4))
        .hasMessageContaining("loyaltyPurchases");
  }

  @Test
  void states_otherWindows_areTakenFromTheConfiguration() {
    store.add("u", ago(20), "click", "alpha", "makeup");
    UserFacts facts = facts();
    var wide = new AiplConfig(15, 30, 730, 365, 2, 90, 4);

    assertThat(new AiplReader(facts, scope(facts), ShownSearches.none(facts.users()), wide)
            .now()
            .state(0))
        .isEqualTo(AiplState.I);
  }

  private void twoOrders(String user, int daysAgo, int otherDaysAgo) {
    store.add(user, ago(daysAgo), "order", "alpha", "makeup");
    store.add(user, ago(otherDaysAgo), "order", "alpha", "makeup");
  }

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }

  private UserFacts facts() {
    return FactPacker.read(store, END, 1000, SHANGHAI, "CNY");
  }

  private static BrandScope scope(UserFacts facts) {
    return BrandScope.of("alpha", Market.CATALOGUE, facts);
  }

  private AiplReader reader(UserFacts facts) {
    return new AiplReader(
        facts, scope(facts), ShownSearches.read(store, facts, "alpha", 1000), AiplConfig.DEFAULT);
  }

  private BrandStates now() {
    return reader(facts()).now();
  }
}
