package io.tidewatch.audience.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.TiedIds;
import io.tidewatch.audience.aipl.AiplConfig;
import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.feature.UserAttributes;
import io.tidewatch.model.identity.PersonGroups;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRowsTest {
  private static final Instant END = Market.END;
  private static final Instant LONG_AGO = END.minus(Duration.ofDays(800));
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> BRANDS = List.of("alpha", "beta", "tent");

  private final FakeBehaviorStore store = new FakeBehaviorStore();
  private final TiedIds tied = new TiedIds();

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }

  private UserFacts read(Instant asOf) {
    return FactPacker.read(store, asOf, 1000, ZONE, "CNY", tied.at(asOf));
  }

  @Test
  void read_idsOfOnePerson_areOneUserWithFactsOldestFirst() {
    store.order("kept", "buyer", ago(9), "alpha", "alpha.p", "makeup", "80", "CNY");
    store.refund("kept", ago(8), "30");
    store.add("cookie", ago(12), "click", "alpha", "makeup");
    store.add("cookie", ago(3), "view", "beta", "makeup");
    store.order("back", "buyer", ago(5), "beta", "beta.p", "makeup", "10", "CNY");
    store.refund("back", ago(2), "10");
    store.add("zoe", ago(1), "click", "tent", "camping");
    tied.tie(LONG_AGO, "user:buyer", "cookie:cookie", "device:d", "cookie:never-acted");

    UserFacts facts = read(END);

    assertThat(facts.users()).isEqualTo(2);
    assertThat(facts.userId(0)).isEqualTo("buyer");
    assertThat(facts.otherIds(0)).containsExactly("cookie", "never-acted");
    assertThat(facts.otherIds(1)).isEmpty();
    assertThat(facts.user("cookie")).isZero();
    assertThat(facts.user("never-acted")).isZero();
    assertThat(facts.user("d")).as("a device is no user id").isEqualTo(Names.NONE);
    assertThat(IntStream.range(facts.first(0), facts.end(0)).mapToObj(facts::action))
        .containsExactly(Action.CLICK, Action.ORDER, Action.ORDER, Action.VIEW);
    assertThat(facts.isPartlyRefunded(1)).isTrue();
    assertThat(facts.isPartlyRefunded(2)).isFalse();
    assertThat(facts.value(1)).isEqualTo(50);
    assertThat(facts.returnedAge(2)).isEqualTo(2 * UserFacts.DAY);
    assertThat(facts.user("zoe")).isEqualTo(1);
    assertThat(facts.first(1)).isEqualTo(4);
  }

  @Test
  void name_isAccountThenCardThenCookie_thenOldestOrderThenSmallestId() {
    store.add("a-cookie", ago(3), "click", "alpha", "makeup");
    store.add("b-card", ago(3), "click", "alpha", "makeup");
    tied.tie(LONG_AGO, "cookie:a-cookie", "member:b-card");
    store.add("c-cookie", ago(3), "order", "alpha", "makeup");
    tied.tie(LONG_AGO, "cookie:c-cookie", "user:z-silent-account");
    store.add("d1", ago(3), "click", "alpha", "makeup");
    store.add("d2", ago(5), "order", "alpha", "makeup");
    store.add("d3", ago(9), "order", "alpha", "makeup");
    tied.tie(LONG_AGO, "user:d1", "user:d2", "user:d3");
    store.add("e2", ago(3), "click", "alpha", "makeup");
    store.add("e1", ago(9), "click", "alpha", "makeup");
    tied.tie(LONG_AGO, "user:e1", "user:e2");

    UserFacts facts = read(END);

    assertThat(IntStream.range(0, facts.users()).mapToObj(facts::userId))
        .containsExactly("b-card", "d3", "e1", "z-silent-account");
  }

  @Test
  void rows_areInTheOrderOfCodePoints_alsoThoseNamedByAnIdThatDidNothing() {
    String high = "\uD83D\uDE00";
    String privateUse = "\uF900";
    store.add("a", ago(1), "click", "alpha", "makeup");
    store.add("b", ago(1), "click", "alpha", "makeup");
    store.add("c", ago(1), "click", "alpha", "makeup");
    tied.tie(LONG_AGO, "cookie:a", "user:" + high);
    tied.tie(LONG_AGO, "cookie:b", "user:" + privateUse);
    tied.tie(LONG_AGO, "cookie:c", "user:bb");

    UserFacts facts = read(END);

    assertThat(IntStream.range(0, facts.users()).mapToObj(facts::userId))
        .containsExactly("bb", privateUse, high);
  }

  @Test
  void links_atTheTimeOrLater_joinNobody() {
    store.add("u", ago(9), "order", "alpha", "makeup");
    store.add("c", ago(9), "click", "beta", "makeup");
    tied.tie(ago(5), "user:u", "cookie:c");

    assertThat(read(ago(5)).users()).isEqualTo(2);
    assertThat(read(ago(5).plusMillis(1)).users()).isEqualTo(1);
  }

  @Test
  void cookie_namedAsAnAccountOfSomebodyElse_staysWithTheAccount() {
    store.add("same", ago(3), "click", "alpha", "makeup");
    store.add("u1", ago(3), "click", "alpha", "makeup");
    store.add("u2", ago(3), "click", "alpha", "makeup");
    tied.tie(LONG_AGO, "user:u1", "cookie:same", "cookie:other");
    tied.tie(LONG_AGO, "user:u2", "user:same");

    UserFacts facts = read(END);

    assertThat(facts.user("same")).isEqualTo(facts.user("u2")).isNotEqualTo(facts.user("u1"));
  }

  @Test
  void attributes_ofSeveralIds_followTheRuleOfTheField() {
    store.add("u", ago(3), "click", "alpha", "makeup");
    store.add("c", ago(3), "click", "alpha", "makeup");
    store.add("z", ago(3), "click", "alpha", "makeup");
    store.tell("u", ago(9), "city", "上海", "declared");
    store.tell("c", ago(2), "city", "北京", "inferred");
    store.tell("u", ago(9), "birthday", "old", "declared");
    store.tell("c", ago(20), "birthday", "older", "inferred");
    store.tell("c", ago(1), "gender", "f", "inferred");
    store.tell("z", ago(9), "city", "广州", "declared");
    tied.tie(LONG_AGO, "user:u", "cookie:c");

    UserFacts facts = read(END);
    UserAttributes attributes = UserAttributes.read(store, facts, tied::rule);

    assertThat(told(attributes, facts.user("u")))
        .containsExactlyInAnyOrder(
            "declared:city=上海", "inferred:birthday=older", "inferred:gender=f");
    assertThat(told(attributes, facts.user("z"))).containsExactly("declared:city=广州");
  }

  private static List<String> told(UserAttributes attributes, int user) {
    var told = new ArrayList<String>();
    for (int entry = attributes.first(user); entry < attributes.end(user); entry++) {
      told.add(attributes.features().get(attributes.place(entry)).id());
    }
    return told;
  }

  /** What is joined must be what one would read had every record named the person. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void joined_isAsIfEveryRecordNamedThePerson(long seed) {
    var random = new Random(seed);
    Map<String, String> names = new HashMap<>();
    for (int person = 0; person < 40; person++) {
      String account = "u%02d".formatted(person);
      var ids = new ArrayList<>(List.of("user:" + account));
      for (int cookie = 0; cookie < random.nextInt(4); cookie++) {
        String value = "c%02d-%02d".formatted(random.nextInt(100), person);
        ids.add("cookie:" + value);
        names.put(value, account);
      }
      if (ids.size() > 1) {
        tied.tie(LONG_AGO, ids.toArray(String[]::new));
      }
      names.put(account, account);
    }
    var renamed = new FakeBehaviorStore();
    long events = random.nextLong();
    fill(store, events, names, UnaryOperator.identity());
    fill(renamed, events, names, names::get);

    UserFacts joined = read(END);
    UserFacts single = FactPacker.read(renamed, END, 1000, ZONE, "CNY", PersonGroups.NONE);

    assertThat(joined.users()).isEqualTo(single.users());
    for (int user = 0; user < single.users(); user++) {
      assertThat(joined.userId(user)).isEqualTo(single.userId(user));
      assertThat(described(joined, user)).isEqualTo(described(single, user));
    }
    assertThat(joined.active(90).toArray()).isEqualTo(single.active(90).toArray());
    for (String brand : BRANDS) {
      BrandStates states = states(store, joined, brand);
      BrandStates expected = states(renamed, single, brand);
      for (int user = 0; user < single.users(); user++) {
        assertThat(states.state(user)).isEqualTo(expected.state(user));
      }
    }
  }

  private static BrandStates states(FakeBehaviorStore store, UserFacts facts, String brand) {
    return new AiplReader(
            facts,
            BrandScope.of(brand, Market.CATALOGUE, facts),
            ShownSearches.read(store, facts, brand, 15),
            AiplConfig.DEFAULT)
        .now();
  }

  private static List<List<Object>> described(UserFacts facts, int user) {
    var all = new ArrayList<List<Object>>();
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      all.add(List.of(
          facts.action(fact),
          facts.age(fact),
          facts.day(fact),
          facts.hour(fact),
          facts.value(fact),
          facts.returnedAge(fact),
          facts.isPartlyRefunded(fact),
          name(facts.products(), facts.product(fact)),
          name(facts.brands(), facts.brand(fact)),
          name(facts.categories(), facts.category(fact)),
          name(facts.keywords(), facts.keyword(fact))));
    }
    return all;
  }

  private static String name(Names names, int number) {
    return number == Names.NONE ? "" : names.name(number);
  }

  /** Events at different seconds; {@code naming} gives the id that each one carries. */
  private static void fill(
      FakeBehaviorStore store, long seed, Map<String, String> ids, UnaryOperator<String> naming) {
    var random = new Random(seed);
    List<String> all = ids.keySet().stream().sorted().toList();
    for (int i = 0; i < all.size() * 6; i++) {
      String id = naming.apply(all.get(random.nextInt(all.size())));
      Instant at = END.minusSeconds(1 + i * 7919L % 5_000_000);
      String brand = BRANDS.get(random.nextInt(BRANDS.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          store.order("o" + i, id, at, brand, brand + ".p", "makeup", "50", "CNY");
          if (random.nextInt(3) == 0) {
            store.refund("o" + i, at.plusSeconds(1), random.nextBoolean() ? "50" : "20");
          }
        }
        case 1 -> store.search(id, at, "露营", "camping", List.of(brand));
        case 2 -> store.rate(id, at, brand, 1 + random.nextInt(5));
        default -> store.add(id, at, "click", brand, "makeup");
      }
    }
  }
}
