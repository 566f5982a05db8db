package io.tidewatch.behavior;

import static io.tidewatch.behavior.Facts.at;
import static io.tidewatch.behavior.Facts.click;
import static io.tidewatch.behavior.Facts.interaction;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.refund;
import static io.tidewatch.behavior.Facts.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CoSearch;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordHalves;
import io.tidewatch.model.behavior.KeywordMet;
import io.tidewatch.model.behavior.KeywordOrders;
import io.tidewatch.model.behavior.KeywordOutcome;
import io.tidewatch.model.behavior.KeywordPlace;
import io.tidewatch.model.behavior.KeywordSales;
import io.tidewatch.model.behavior.KeywordSearches;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTrial;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.OrderPath;
import io.tidewatch.model.behavior.ProductOrders;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Interaction.Action;
import io.tidewatch.model.record.Search;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store tells of keywords. A subclass opens one. */
public abstract class KeywordFactsContract<S extends BehaviorStore & KeywordFacts>
    extends OpenedStore<S> {
  private static final KeywordWindow JUNE = KeywordWindow.before(
      Instant.parse("2025-06-30T16:00:00Z"), 30, ZoneId.of("Asia/Shanghai"), "CNY");
  private static final Map<Integer, BigDecimal> LOOKED_AT =
      Map.of(1, new BigDecimal("1.000000"), 2, new BigDecimal("0.500000"));
  private static final LocalDate SECOND = LocalDate.parse("2025-06-02");

  private <T> List<T> counted(BiConsumer<KeywordCounts, Consumer<T>> read) {
    return store.keywordCounts(JUNE, counts -> {
      var rows = new ArrayList<T>();
      read.accept(counts, rows::add);
      return rows;
    });
  }

  private List<KeywordMet> met() {
    return counted((counts, sink) -> counts.met(LOOKED_AT, sink));
  }

  private List<KeywordPlace> places() {
    return counted(KeywordCounts::clickedPlaces);
  }

  private static KeywordMet met(
      String brand,
      long impressions,
      long clicks,
      long carts,
      String examined,
      long examinedClicks) {
    return new KeywordMet(
        "手机",
        "phone",
        brand,
        impressions,
        clicks,
        carts,
        impressions,
        clicks,
        new BigDecimal(examined).setScale(6),
        examinedClicks);
  }

  private static Search found(
      String id,
      String user,
      String at,
      String query,
      @Nullable String queryId,
      @Nullable List<String> results) {
    return new Search(
        Facts.envelope(null, "search", id, user, at, query, queryId, results),
        id,
        user,
        at(at),
        query,
        queryId,
        results);
  }

  private static Interaction shown(String id, String product, String queryId, int position) {
    var plain =
        interaction(Action.IMPRESSION, id, "u1", "2025-06-02T01:00:01Z", product, null, queryId);
    return new Interaction(
        plain.envelope(),
        plain.action(),
        plain.id(),
        plain.userId(),
        plain.at(),
        plain.productId(),
        null,
        plain.queryId(),
        position,
        null);
  }

  private static AdEvent advertisement(
      boolean clicked, String id, @Nullable String query, @Nullable String cost) {
    return new AdEvent(
        Facts.envelope(null, clicked, id, query, cost),
        clicked,
        id,
        "u1",
        at("2025-06-02T01:00:00Z"),
        "c1",
        "b1",
        null,
        cost == null ? null : new BigDecimal(cost),
        cost == null ? null : "CNY",
        query);
  }

  @Test
  void everything_whenEmpty_answersWithNothing() {
    assertThat(met()).isEmpty();
    assertThat(places()).isEmpty();
    assertThat(counted(KeywordCounts::orders)).isEmpty();
    assertThat(counted(KeywordCounts::sales)).isEmpty();
    assertThat(counted(KeywordCounts::coSearches)).isEmpty();
    assertThat(counted(KeywordCounts::orderPaths)).isEmpty();
    store.keywordCounts(JUNE, counts -> {
      assertThat(counts.searches()).isEmpty();
      assertThat(counts.halves()).isEmpty();
      assertThat(counts.products()).isEmpty();
      return assertThat(counts.busySearchers()).isZero();
    });
    assertThat(store.keywordSpend(JUNE.window())).isEmpty();
    assertThat(store.keywordOutcomes(JUNE.window())).isEmpty();
  }

  @Test
  void met_ofASearch_countsShownClickedAndCarted() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", " 手机 ", "q1", "p1", "p2", "p3"),
        click("c1", "u1", "2025-06-02T01:01:00Z", "p1", "q1"),
        click("c2", "u1", "2025-06-02T01:02:00Z", "p1", "q1"),
        click("c3", "u1", "2025-06-02T17:02:00Z", "p2", "q1"),
        interaction(Action.CART, "k1", "u1", "2025-06-02T01:03:00Z", "p1", null, "q1"),
        click("c4", "u1", "2025-06-02T01:02:00Z", "p1", null),
        click("c5", "u1", "2025-06-02T01:02:00Z", "unknown", "q1"),
        click("c6", "u1", "2025-06-04T01:02:00Z", "p1", "q1"));

    assertThat(met())
        .containsExactly(
            met("b1", 1, 2, 1, "1", 1),
            met("b2", 1, 1, 0, "0.5", 1),
            new KeywordMet("手机", "tea", "b3", 1, 0, 0, 1, 0, new BigDecimal("0.000000"), 0));
  }

  @Test
  void met_halvesOfTheWindow_areTold() {
    accept(
        search("s1", "u1", "2025-06-15T15:59:00Z", "手机", "q1", "p1"),
        search("s2", "u1", "2025-06-15T16:00:00Z", "手机", "q2", "p1"),
        click("c1", "u1", "2025-06-15T16:00:00Z", "p1", "q1"));

    assertThat(met())
        .containsExactly(
            new KeywordMet("手机", "phone", "b1", 2, 1, 0, 1, 0, new BigDecimal("2.000000"), 1));
  }

  @Test
  void met_loggedImpressions_replaceWhatTheSearchLists() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", "p1", "p2"),
        search("s2", "u2", "2025-06-02T01:00:00Z", "手机", "q2", "p2"),
        shown("i1", "p1", "q1", 2),
        shown("i2", "p1", "q1", 6),
        interaction(Action.IMPRESSION, "i3", "u1", "2025-06-02T01:00:02Z", "p2", null, "q1"),
        click("c1", "u1", "2025-06-02T01:01:00Z", "p1", "q1"));

    assertThat(met()).containsExactly(met("b1", 1, 1, 0, "0.5", 1), met("b2", 2, 0, 0, "1", 0));
    assertThat(places()).containsExactly(new KeywordPlace("手机", "p1", 2, 1, 1));
  }

  @Test
  void clickedPlaces_clicksOfTheSameSearch_countOnceWhereTheProductStood() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", "p1", "p2"),
        search("s2", "u2", "2025-06-02T01:00:00Z", "手机", "q2", "p2", "p1"),
        search("s3", "u3", "2025-06-02T01:00:00Z", "手机", "q3", "p1"),
        search("s4", "u3", "2025-06-02T01:00:00Z", "手机", null, "p1"),
        click("c1", "u1", "2025-06-02T01:01:00Z", "p1", "q1"),
        click("c2", "u1", "2025-06-02T01:02:00Z", "p1", "q1"));

    assertThat(places())
        .containsExactly(
            new KeywordPlace("手机", "p1", 1, 3, 1), new KeywordPlace("手机", "p1", 2, 1, 0));
  }

  @Test
  void countUnder_aHead_countsAUserOnce() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", "p1"),
        search("s2", "u1", "2025-06-02T01:01:00Z", "shouji", "q2", "p1"),
        search("s3", "u2", "2025-06-02T01:01:00Z", "shouji", "q3", "p1"),
        click("c1", "u2", "2025-06-02T01:02:00Z", "p1", "q3"),
        order("o1", "u1", "2025-06-02T03:00:00Z", "p1", "10", "q1"),
        order("o2", "u1", "2025-06-02T04:00:00Z", "p1", "20", "q2"));

    store.keywordCounts(JUNE, counts -> {
      assertThat(counts.searches())
          .containsExactly(new KeywordSearches("shouji", 2), new KeywordSearches("手机", 1));
      assertThat(counts.halves())
          .containsExactly(new KeywordHalves("shouji", 2, 2, 0), new KeywordHalves("手机", 1, 1, 0));
      var apart = new ArrayList<KeywordOrders>();
      counts.orders(apart::add);
      assertThat(apart).hasSize(2);

      counts.countUnder(Map.of("shouji", "手机"));

      assertThat(counts.halves()).containsExactly(new KeywordHalves("手机", 2, 2, 0));
      var orders = new ArrayList<KeywordOrders>();
      counts.orders(orders::add);
      assertThat(orders)
          .containsExactly(new KeywordOrders("手机", "phone", "b1", 1, 1, new BigDecimal("30.00")));
      var met = new ArrayList<KeywordMet>();
      counts.met(LOOKED_AT, met::add);
      assertThat(met).containsExactly(met("b1", 3, 1, 0, "3", 1));
      var places = new ArrayList<KeywordPlace>();
      counts.clickedPlaces(places::add);
      assertThat(places).containsExactly(new KeywordPlace("手机", "p1", 1, 3, 1));
      return true;
    });
  }

  @Test
  void sales_ofOrders_leaveOutWhatWasRefundedAndCapTheDearest() {
    accept(search("s", "u", "2025-06-02T01:00:00Z", "手机", "q"));
    for (int i = 1; i <= 101; i++) {
      accept(order(
          "o" + i, "u" + i % 50, "2025-06-02T03:00:00Z", "p1", i == 101 ? "9000" : "10", "q"));
    }
    accept(
        order("r1", "u60", "2025-06-20T03:00:00Z", "p2", "40", "q"),
        refund("f1", "r1", "2025-06-21T03:00:00Z", "30"),
        order("r2", "u61", "2025-06-20T03:00:00Z", "p2", "40", "q"),
        refund("f2", "r2", "2025-06-21T03:00:00Z", "40"));

    assertThat(counted(KeywordCounts::sales))
        .containsExactly(new KeywordSales(
            "手机",
            "phone",
            51,
            0,
            new BigDecimal("10010.00"),
            new KeywordSales.Half(50, 1010, 10_100),
            new KeywordSales.Half(1, 10, 100)));
    assertThat(counted(KeywordCounts::orders))
        .containsExactly(
            new KeywordOrders("手机", "phone", "b1", 50, 50, new BigDecimal("10000.00")),
            new KeywordOrders("手机", "phone", "b2", 1, 0, new BigDecimal("10.00")));
    assertThat(store.<List<ProductOrders>>keywordCounts(JUNE, KeywordCounts::products))
        .containsExactly(
            new ProductOrders("p1", "b1", "phone", 50, new BigDecimal("10000.00"), 0),
            new ProductOrders("p2", "b2", "phone", 1, new BigDecimal("10.00"), 0));
  }

  @Test
  void sales_inAnotherCurrency_areCountedApart() {
    accept(
        search("s", "u", "2025-06-02T01:00:00Z", "手机", "q"),
        order("o1", "u", "2025-06-02T03:00:00Z", "p1", "10", "q"));
    var dollars = new KeywordWindow(JUNE.window(), JUNE.middle(), "USD");

    store.keywordCounts(dollars, counts -> {
      var sales = new ArrayList<KeywordSales>();
      counts.sales(sales::add);
      var orders = new ArrayList<KeywordOrders>();
      counts.orders(orders::add);
      assertThat(sales.getFirst().otherCurrency()).isEqualTo(1);
      assertThat(sales.getFirst().gmv()).isEqualByComparingTo("0");
      return assertThat(orders).containsExactly(new KeywordOrders("手机", "phone", "b1", 1, 1, null));
    });
  }

  @Test
  void coSearches_ofFivePeople_areToldButNotOfBusyOnes() {
    for (int user = 1; user <= 6; user++) {
      accept(
          search("a" + user, "u" + user, "2025-06-02T01:00:00Z", "手机", null),
          search("b" + user, "u" + user, "2025-06-12T01:00:00Z", user < 6 ? "耳机" : "奶茶", null));
    }
    for (int i = 0; i < 51; i++) {
      accept(search("c" + i, "robot", "2025-06-02T01:00:00Z", i == 0 ? "奶茶" : "词" + i, null));
    }

    assertThat(counted(KeywordCounts::coSearches))
        .containsExactly(new CoSearch("手机", "耳机", 5, 6, 5));
    assertThat(store.<Long>keywordCounts(JUNE, KeywordCounts::busySearchers)).isEqualTo(1);
  }

  @Test
  void orderPaths_ofBuyers_reachSevenDaysBack() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null),
        search("s2", "u1", "2025-06-09T01:00:00Z", "小米", null),
        search("s3", "u1", "2025-06-11T01:00:00Z", "后来", null),
        order("o1", "u1", "2025-06-09T20:00:00Z", "p1", "10", null),
        search("s4", "u2", "2025-06-09T01:00:00Z", "手机", null),
        order("o2", "u2", "2025-06-09T03:00:00Z", "p1", "10", null),
        search("s5", "u3", "2025-06-09T01:00:00Z", "手机", null),
        order("o3", "u3", "2025-06-09T03:00:00Z", "p1", "10", null),
        refund("f1", "o3", "2025-06-10T03:00:00Z", "10"));

    assertThat(counted(KeywordCounts::orderPaths))
        .containsExactly(new OrderPath("b1", "小米", 1, 2), new OrderPath("b1", "手机", 1, 2));
  }

  @Test
  void trials_ofSearchers_tellWhomABrandHeldAndWhoBoughtLater() {
    accept(
        search("s1", "old", "2025-06-02T01:00:00Z", "手机", null),
        search("s2", "curious", "2025-06-02T01:00:00Z", "手机", null),
        search("s3", "new", "2025-06-02T01:00:00Z", "手机", null),
        search("s4", "never", "2025-06-02T01:00:00Z", "手机", null),
        order("o1", "old", "2025-01-02T01:00:00Z", "p1", "10", null),
        click("c1", "curious", "2025-06-29T01:00:00Z", "p1", null),
        click("c2", "new", "2025-06-02T01:00:00Z", "p1", null),
        order("o2", "new", "2025-07-02T01:00:00Z", "p1", "10", null),
        order("o3", "old", "2025-07-02T01:00:00Z", "p1", "10", null),
        order("o4", "stranger", "2025-07-02T01:00:00Z", "p2", "10", null));
    var july = new Window(
        JUNE.window().to(), Instant.parse("2025-07-31T16:00:00Z"), JUNE.window().zone());

    assertThat(this.<KeywordTrial>counted((counts, sink) -> counts.trials(july, 730, 15, sink)))
        .containsExactly(new KeywordTrial("手机", "b1", 2, 1));
  }

  @Test
  void keywordCounts_windowThatBeginsWithinADay_isRefused() {
    var window = new Window(
        Instant.parse("2025-06-01T00:00:00Z"),
        Instant.parse("2025-06-30T16:00:00Z"),
        ZoneId.of("Asia/Shanghai"));
    assertThatThrownBy(() -> new KeywordWindow(window, SECOND, "CNY"))
        .hasMessageContaining("the start of a local day is required");
  }

  @Test
  void keywordSpend_ofAdvertisements_sumsWhatIsKnown() {
    accept(
        advertisement(false, "e1", "手机", null),
        advertisement(false, "e2", null, "9"),
        advertisement(true, "a1", " 手机", "1.25"),
        advertisement(true, "a2", "手机", "0.75"));

    assertThat(store.keywordSpend(JUNE.window()))
        .containsExactly(
            new KeywordSpend("手机", "b1", "CNY", 0, 2, new BigDecimal("2.00")),
            new KeywordSpend("手机", "b1", null, 1, 0, null));
  }

  @Test
  void halves_splitInTheMiddle_countUsersOnceAHalf() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null),
        search("s2", "u1", "2025-06-03T01:00:00Z", "手机", null),
        search("s3", "u1", "2025-06-15T16:00:00Z", "手机", null),
        search("s4", "u2", "2025-06-15T15:59:59Z", "手机", null),
        search("s5", "u3", "2025-07-02T01:00:00Z", "手机", null));

    assertThat(store.<List<KeywordHalves>>keywordCounts(JUNE, KeywordCounts::halves))
        .containsExactly(new KeywordHalves("手机", 2, 2, 1));
  }

  @Test
  void keywordOutcomes_ofSearches_countAUserOnceADay() {
    accept(
        found("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", List.of("p1")),
        click("c1", "u1", "2025-06-02T01:01:00Z", "p1", "q1"),
        found("s2", "u1", "2025-06-02T02:00:00Z", "手机", "q2", List.of()),
        found("s3", "u2", "2025-06-02T02:00:00Z", "手机", "q3", List.of()),
        found("s4", "u2", "2025-06-02T17:00:00Z", "手机", "q4", List.of("p1")),
        found("s5", "u3", "2025-06-02T02:00:00Z", "手机", null, List.of("p1")),
        found("s6", "u4", "2025-06-02T02:00:00Z", "手机", "q6", null),
        found("s7", "u5", "2025-06-02T02:00:00Z", "手机", "q7", null),
        shown("i1", "p1", "q7", 1),
        found("s8", "u6", "2025-07-02T01:00:00Z", "手机", "q8", List.of("p1")));

    // u1; u2 on two days; u3, whose clicks nobody knows; u4 of whom nothing is told; u5
    assertThat(store.keywordOutcomes(JUNE.window()))
        .containsExactly(new KeywordOutcome("手机", 6, 5, 4, 3, 1));
  }

  @Test
  void dataVersion_changesWithTheDataAndSurvivesAReopen() {
    String empty = store.dataVersion();
    accept(search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null));
    String one = store.dataVersion();

    reopen();

    assertThat(one).isNotEqualTo(empty);
    assertThat(store.dataVersion()).isEqualTo(one);
  }
}
