package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.formula.ScoreModel;
import io.tidewatch.model.behavior.KeywordTotals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeywordDeskTest {
  private final FakeBehaviorStore store = Market.store();
  private final KeywordDesk desk = Market.desk(store);

  @Test
  void recommend_plantedMarket_givesEachWordItsLabel() {
    Map<String, KeywordLabel> labels =
        desk.recommend("alpha", null, null, 100, Locale.CHINESE).stream()
            .collect(Collectors.toMap(KeywordRow::keyword, KeywordRow::label));

    assertThat(labels)
        .containsEntry("阿尔法口红", KeywordLabel.OWNED)
        .containsEntry("贝塔粉底液", KeywordLabel.RIVAL_OWNED)
        .containsEntry("口红", KeywordLabel.CONTESTED_ADVANTAGE)
        .containsEntry("眼影", KeywordLabel.OPEN_NEUTRAL)
        .containsEntry("粉底液", KeywordLabel.OPEN_WEAK)
        .containsEntry("口红 小众", KeywordLabel.INSUFFICIENT)
        .containsEntry("腮红", KeywordLabel.INSUFFICIENT)
        .doesNotContainKey("拍照手机");
  }

  @Test
  void recommend_plantedMarket_ordersByLabelThenWorth() {
    assertThat(desk.recommend("alpha", null, null, 100, Locale.CHINESE))
        .extracting(KeywordRow::keyword)
        .containsExactly("口红", "眼影", "阿尔法口红", "贝塔粉底液", "粉底液", "口红 小众", "腮红");
    assertThat(desk.recommend("alpha", null, null, 2, Locale.CHINESE))
        .extracting(KeywordRow::keyword)
        .containsExactly("口红", "眼影");
  }

  @Test
  void show_oneWord_carriesItsRawCounts() {
    KeywordRow row = desk.show(" 口红 ", "alpha", Locale.CHINESE).getFirst();

    assertThat(row.counts())
        .isEqualTo(new KeywordRow.Counts(600L, 100L, 40L, 100L, new BigDecimal("10000.0")));
    assertThat(row.category()).isEqualTo("makeup");
    assertThat(row.basis()).isEqualTo("behaviour");
    assertThat(row.owners().getFirst()).isEqualTo(new KeywordRow.Owner("alpha", 0.4));
    assertThat(row.E()).isBetween(0.9, 1.0);
    assertThat(row.score()).isBetween(0.0, 1.0);
    // 122 of 425 orders of the category are alpha's
    assertThat(row.A().mid())
        .isCloseTo(Math.log((40 + 20 * 122.5 / 427) / 120 / (122.5 / 427)), within(1e-9));
    assertThat(row.RBrand()).isLessThan(row.R());
  }

  @Test
  void show_withoutBrand_leavesOutWhatConcernsABrand() {
    KeywordRow row = desk.show("口红", null, Locale.CHINESE).getFirst();

    assertThat(row.brandId()).isNull();
    assertThat(row.label()).isNull();
    assertThat(row.A()).isNull();
    assertThat(row.score()).isNull();
    assertThat(row.RBrand()).isNull();
    assertThat(row.counts().brandOrders()).isNull();
    assertThat(row.E()).isNotNull();
    assertThat(row.R()).isPositive();
  }

  @Test
  void show_wordOfTwoCategories_hasARowForEachWithAtLeastOneInTwenty() {
    Instant at = Market.END.minus(Duration.ofDays(2));
    for (int i = 0; i < 40; i++) {
      store.search("x" + i, at, "粉色", "makeup");
      store.order("x" + i, at, "粉色", "alpha", i < 30 ? "makeup" : "phone", 50);
    }
    store.order("y", at, "粉色", "alpha", "home", 50);

    List<KeywordRow> rows = desk.show("粉色", "alpha", Locale.CHINESE);

    assertThat(rows).extracting(KeywordRow::category).containsExactly("makeup", "phone");
    assertThat(rows).extracting(r -> r.counts().orders()).containsExactly(30L, 10L);
    assertThat(rows).extracting(r -> r.counts().searchers()).containsExactly(40L, 40L);
    assertThat(desk.explain("粉色", "alpha", Span.NEWEST, null).get(1).searchersPart())
        .isCloseTo(10.0 / 41, within(1e-12));
  }

  @Test
  void show_sameUserBuysTwiceOnADay_countsOnce() {
    Instant at = Market.END.minus(Duration.ofDays(2));
    store.order("口红alpha0", at, "腮红", "alpha", "makeup", 10);
    store.order("口红alpha0", at.plusSeconds(60), "腮红", "alpha", "makeup", 20);
    store.order("口红alpha0", at.plus(Duration.ofDays(1)), "腮红", "alpha", "makeup", 30);

    KeywordRow.Counts counts =
        desk.show("腮红", "alpha", Locale.CHINESE).getFirst().counts();

    assertThat(counts.orders()).isEqualTo(2);
    assertThat(counts.buyers()).isEqualTo(1);
    assertThat(counts.gmv()).isEqualByComparingTo("60");
  }

  @Test
  void show_fewOrders_saysWhyAndNamesTheRootWord() {
    KeywordRow row = desk.show("口红 小众", "alpha", Locale.ENGLISH).getFirst();

    assertThat(row.label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(row.E()).isNull();
    assertThat(row.score()).isNull();
    assertThat(row.reasons())
        .contains(
            new Reason("few-orders", "Only 5 orders, fewer than 30"),
            new Reason(
                "root-word", "Too little data: see its root word \"口红\" (3 words, 165 orders)"));
  }

  @Test
  void show_fewBuyersButManyOrders_isInsufficient() {
    for (int day = 0; day < 20; day++) {
      Instant at = Market.END.minus(Duration.ofDays(day + 1));
      store.order("loyal", at, "囤货", "alpha", "makeup", 10);
      store.order("loyal2", at, "囤货", "beta", "makeup", 10);
    }

    KeywordRow row = desk.show("囤货", "alpha", Locale.ENGLISH).getFirst();

    assertThat(row.counts().orders()).isEqualTo(40);
    assertThat(row.label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(row.reasons()).extracting(Reason::code).contains("few-buyers");
  }

  @Test
  void show_chineseReasons_areChinese() {
    assertThat(desk.show("口红", "alpha", Locale.CHINESE)
            .getFirst()
            .reasons()
            .getFirst()
            .text())
        .startsWith("无主之词");
    assertThat(desk.show("贝塔粉底液", "alpha", Locale.CHINESE).getFirst().reasons().getFirst())
        .isEqualTo(new Reason("rival-owned", "订单 56/60 属于「贝塔」,占比下限 86%:攻占需投入"));
  }

  @Test
  void show_unknownWord_hasNoRows() {
    assertThat(desk.show("无人问津", "alpha", Locale.CHINESE)).isEmpty();
  }

  @Test
  void show_wordOfProductNamesOnly_countsThoseProductsOrders() {
    KeywordRow row = desk.show("眼影盘", "gamma", Locale.ENGLISH).getFirst();

    assertThat(row.basis()).isEqualTo("title");
    assertThat(row.counts().searchers()).isNull();
    assertThat(row.counts().orders()).isEqualTo(81);
    assertThat(row.counts().buyers()).isNull();
    assertThat(row.R()).isNull();
    assertThat(row.label()).isEqualTo(KeywordLabel.OWNED);
    assertThat(row.reasons())
        .extracting(Reason::code)
        .contains("product-titles", "no-searchers-known", "no-buyers-known");
  }

  @Test
  void recommend_seed_narrowsToSharedTextOrCategory() {
    store.totals.add(totals("阿尔法 手机壳", "phone", null, 900L, null));

    List<KeywordRow> text = desk.recommend("alpha", null, "手机壳", 100, Locale.ENGLISH);
    List<KeywordRow> category = desk.recommend("alpha", "beauty", "口红", 100, Locale.ENGLISH);

    assertThat(text).isEmpty();
    assertThat(category).extracting(KeywordRow::keyword).contains("口红", "口红 小众", "粉底液");
    assertThat(category.getFirst().reasons()).extracting(Reason::code).doesNotContain("seed-text");
    assertThat(category.stream()
            .filter(r -> r.keyword().equals("粉底液"))
            .flatMap(r -> r.reasons().stream()))
        .contains(
            new Reason("seed-category", "Leads to the same category as the seed \"口红\": Make-up"));
    assertThat(desk.recommend("omega", "phone", "手机壳", 100, Locale.ENGLISH))
        .extracting(KeywordRow::keyword)
        .containsExactly("阿尔法 手机壳", "拍照手机");
  }

  @Test
  void recommend_categoryAbove_takesTheOnesBelow() {
    assertThat(desk.recommend("alpha", "beauty", null, 100, Locale.CHINESE)).hasSize(7);
    assertThat(desk.recommend("alpha", "phone", null, 100, Locale.CHINESE))
        .extracting(KeywordRow::keyword)
        .containsExactly("拍照手机");
  }

  @Test
  void recommend_importedTotals_computesWhatThereIsAndSaysTheRest() {
    store.totals.add(totals("卸妆油", "makeup", null, 1000L, 400L));
    store.totals.add(totals("卸妆油", "makeup", "alpha", null, 100L));
    store.totals.add(totals("口红", "makeup", null, 5L, 5L));
    store.totals.add(totals("睫毛膏", "makeup", null, null, null));

    KeywordRow full = desk.show("卸妆油", "alpha", Locale.ENGLISH).getFirst();
    KeywordRow bare = desk.show("睫毛膏", "alpha", Locale.ENGLISH).getFirst();

    assertThat(full.basis()).isEqualTo("aggregate");
    assertThat(full.counts())
        .isEqualTo(new KeywordRow.Counts(1000L, 400L, 100L, null, new BigDecimal("4000")));
    assertThat(full.R()).isPositive();
    assertThat(full.A()).isNotNull();
    assertThat(full.E()).isNull();
    assertThat(full.score()).isNull();
    assertThat(full.label()).isEqualTo(KeywordLabel.OPEN_NEUTRAL);
    assertThat(full.reasons())
        .extracting(Reason::code)
        .contains("no-rival-orders", "no-buyers-known", "imported-totals");
    assertThat(bare.label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(bare.R()).isNull();
    assertThat(bare.reasons())
        .extracting(Reason::code)
        .contains("no-orders-known", "no-searchers-known", "no-gmv-known", "no-brand-orders");
    assertThat(desk.show("口红", "alpha", Locale.ENGLISH).getFirst().basis()).isEqualTo("behaviour");
  }

  @Test
  void recommend_totalsOfEveryBrand_haveEntropyAndOwner() {
    store.totals.add(totals("睫毛膏", "makeup", "alpha", 300L, 90L));
    store.totals.add(totals("睫毛膏", "makeup", "beta", 300L, 10L));

    KeywordRow row = desk.show("睫毛膏", "beta", Locale.ENGLISH).getFirst();

    assertThat(row.counts().orders()).isEqualTo(100);
    assertThat(row.counts().searchers()).isEqualTo(300);
    assertThat(row.E()).isBetween(0.3, 0.6);
    assertThat(row.label()).isEqualTo(KeywordLabel.RIVAL_OWNED);
  }

  @Test
  void recommend_ordersInAnotherCurrency_countAsOrdersNotAsRevenue() {
    store.orders.replaceAll(o -> o.keyword().equals("眼影")
        ? new FakeBehaviorStore.Ordered(
            o.id(),
            o.userId(),
            o.at(),
            o.keyword(),
            o.productId(),
            o.brandId(),
            o.category(),
            o.net(),
            "USD")
        : o);

    KeywordRow row = desk.show("眼影", "alpha", Locale.ENGLISH).getFirst();

    assertThat(row.counts().orders()).isEqualTo(80);
    assertThat(row.counts().gmv()).isEqualByComparingTo("0");
    assertThat(row.reasons()).extracting(Reason::code).contains("other-currency");
  }

  @Test
  void recommend_recordsAfterT_changeNothing() {
    Instant asOf = Market.END.minus(Duration.ofDays(5));
    List<KeywordRow> before = desk.recommend(asOf(asOf));

    for (int i = 0; i < 500; i++) {
      store.search("f" + i, asOf.plusSeconds(i), "口红", "makeup");
      store.order("f" + i, asOf.plusSeconds(i), "口红", "delta", "makeup", 9999);
    }

    assertThat(desk.recommend(asOf(asOf))).isEqualTo(before);
  }

  @Test
  void recommend_recordsInAnotherOrder_answersTheSame() {
    List<KeywordRow> before = desk.recommend("alpha", null, null, 100, Locale.CHINESE);

    store.shuffle(42);

    assertThat(Market.desk(store).recommend("alpha", null, null, 100, Locale.CHINESE))
        .isEqualTo(before);
  }

  @Test
  void recommend_recordAdded_isSeenAtOnce() {
    desk.recommend("alpha", null, null, 100, Locale.CHINESE);
    int reads = store.reads;
    desk.recommend("beta", null, null, 100, Locale.CHINESE);
    assertThat(store.reads).isEqualTo(reads);

    store.search("late", Market.END, "新词", "makeup");

    assertThat(desk.show("新词", "alpha", Locale.CHINESE)).hasSize(1);
  }

  @Test
  void recommend_emptyStore_hasNoRows() {
    KeywordDesk empty = Market.desk(new FakeBehaviorStore());

    assertThat(empty.recommend("alpha", null, "口红", 10, Locale.CHINESE)).isEmpty();
    assertThat(empty.show("口红", null, Locale.CHINESE)).isEmpty();
    assertThat(empty.explain("口红", null, new Span(Market.END, null), null)).hasSize(1);
  }

  @Test
  void recommend_badArguments_nameTheRule() {
    assertThatThrownBy(() -> desk.recommend("nobody", null, null, 10, Locale.CHINESE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("brand: an id of the catalogue is required, got nobody");
    assertThatThrownBy(() -> desk.recommend("alpha", "moon", null, 10, Locale.CHINESE))
        .hasMessage("category: an id of the catalogue is required, got moon");
    assertThatThrownBy(() -> desk.recommend("alpha", null, null, 0, Locale.CHINESE))
        .hasMessage("top: a number from 1 to 10000 is required, got 0");
    assertThatThrownBy(() -> desk.show(" ", null, Locale.CHINESE)).hasMessageContaining("word");
  }

  @Test
  void explain_oneWord_givesEveryInputOfItsRow() {
    KeywordRow row = desk.show("口红", "alpha", Locale.CHINESE).getFirst();
    KeywordExplanation why = desk.explain("口红", "alpha", Span.NEWEST, null).getFirst();

    assertThat(why.entropy().E()).isEqualTo(row.E());
    assertThat(why.advantage().A()).isEqualTo(row.A());
    assertThat(why.revenue().R()).isEqualTo(row.R());
    assertThat(why.label()).isEqualTo(row.label());
    assertThat(why.brandOwnership().owns()).isFalse();
    assertThat(why.conversion()).isBetween(0.1, 0.3);
    assertThat(why.model().fitted()).isFalse();
    assertThat(why.score())
        .isEqualTo(why.model()
            .score(
                ScoreModel.features(row.R(), row.A().lo(), row.E(), why.trend().trend())));
  }

  private static KeywordQuery asOf(Instant end) {
    return new KeywordQuery(
        "alpha", null, null, Set.of(), 100, new Span(end, null), null, Locale.CHINESE);
  }

  @Test
  void show_wordOfTitles_isOwnedByTheOnlyBrandThatWritesIt() {
    store.totals.add(titled("花语", "home", "alpha", 900));
    store.totals.add(titled("保温", "home", "alpha", 400));
    store.totals.add(titled("保温", "home", "beta", 500));

    KeywordRow name = desk.show("花语", "alpha", Locale.CHINESE).getFirst();
    KeywordRow common = desk.show("保温", "beta", Locale.CHINESE).getFirst();

    assertThat(name.basis()).isEqualTo("title");
    assertThat(name.E()).isZero();
    assertThat(name.counts().orders()).isEqualTo(900);
    assertThat(name.counts().searchers()).isNull();
    assertThat(name.R()).isNull();
    assertThat(name.label()).isEqualTo(KeywordLabel.OWNED);
    assertThat(common.E()).isGreaterThan(0.95);
    assertThat(common.A().mid()).isPositive();
  }

  @Test
  void show_wordOfTitlesThatAReportKnows_isTheReports() {
    store.totals.add(totals("保温", "home", null, 100L, 50L));
    store.totals.add(titled("保温", "home", "alpha", 900));

    KeywordRow row = desk.show("保温", "alpha", Locale.CHINESE).getFirst();

    assertThat(row.basis()).isEqualTo("aggregate");
    assertThat(row.counts().orders()).isEqualTo(50);
  }

  private static KeywordTotals titled(String keyword, String category, String brand, long sales) {
    return new KeywordTotals(
        keyword,
        category,
        brand,
        null,
        null,
        null,
        sales,
        BigDecimal.valueOf(10 * sales),
        null,
        "CNY",
        true);
  }

  private static KeywordTotals totals(
      String keyword, String category, String brand, Long searchers, Long orders) {
    return new KeywordTotals(
        keyword,
        category,
        brand,
        null,
        searchers,
        null,
        orders,
        orders == null ? null : BigDecimal.valueOf(10 * orders),
        null,
        "CNY");
  }
}
