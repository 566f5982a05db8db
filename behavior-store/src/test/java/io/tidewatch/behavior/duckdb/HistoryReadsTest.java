package io.tidewatch.behavior.duckdb;

import static io.tidewatch.behavior.Facts.at;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.refund;
import static io.tidewatch.behavior.Facts.search;
import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static io.tidewatch.model.record.WriteOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.behavior.Facts;
import io.tidewatch.behavior.OpenedStore;
import io.tidewatch.model.behavior.PricedOrder;
import io.tidewatch.model.behavior.ProductVersion;
import io.tidewatch.model.behavior.QualityRow;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.WordRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products as they were, and facts that break a rule. */
final class HistoryReadsTest extends OpenedStore<DuckDbBehaviorStore> {
  private static final Window JUNE = DuckDbBehaviorStoreTest.june();

  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }

  private static ProductRecord product(
      @Nullable String updatedAt,
      @Nullable String price,
      @Nullable String margin,
      @Nullable Long stock) {
    return new ProductRecord(
        Facts.envelope(updatedAt, "product", price, margin, stock),
        "p1",
        "小米15",
        "b1",
        "phone",
        price == null ? null : new BigDecimal(price),
        price == null ? null : "CNY",
        margin == null ? null : new BigDecimal(margin),
        stock,
        List.of(),
        List.of());
  }

  private List<PricedOrder> priced() {
    var orders = new ArrayList<PricedOrder>();
    store.pricedOrders(JUNE, orders::add);
    return orders;
  }

  @Test
  void productHistory_versionsInAnyOrder_holdFromTheirTimeToTheNext() {
    accept(product("2025-06-20T00:00:00Z", "4499", "0.12", 0L));
    store.compact();
    accept(
        product("2025-06-10T00:00:00Z", "3999", null, 7L),
        product("2025-04-01T00:00:00Z", "9999", "0.30", 100L),
        product("2025-05-01T00:00:00Z", null, "0.25", null),
        product("2025-07-20T00:00:00Z", "1", null, null));
    for (int round = 0; round < 2; round++) {
      assertThat(store.productHistory(JUNE))
          .containsExactly(
              version(null, "0.25", null, "2025-05-01", "2025-06-10"),
              version("3999.00", null, 7L, "2025-06-10", "2025-06-20"),
              version("4499.00", "0.12", 0L, "2025-06-20", null));
      store.compact();
    }
  }

  private static ProductVersion version(
      @Nullable String price,
      @Nullable String margin,
      @Nullable Long stock,
      String from,
      @Nullable String to) {
    return new ProductVersion(
        "p1",
        "小米15",
        "b1",
        "phone",
        price == null ? null : new BigDecimal(price),
        price == null ? null : "CNY",
        margin == null ? null : new BigDecimal(margin),
        stock,
        at(from + "T00:00:00Z"),
        to == null ? null : at(to + "T00:00:00Z"));
  }

  @Test
  void accept_sameVersionAgain_isDuplicateAndACorrectionOfItReplacesIt() {
    var version = product("2025-06-10T00:00:00Z", "3999", null, null);
    assertThat(accept(version)).containsExactly(ACCEPTED);
    assertThat(accept(version, product(null, "3999", null, null)))
        .containsExactly(DUPLICATE, ACCEPTED);
    assertThat(accept(product("2025-06-10T00:00:00Z", "3899", null, null)))
        .containsExactly(ACCEPTED);
    assertThat(store.productHistory(JUNE))
        .extracting(ProductVersion::price)
        .containsExactly(new BigDecimal("3899.00"));
  }

  @Test
  void accept_brandsAndCategories_areKeptAndWordsAreRefused() {
    assertThat(accept(
            new BrandRecord(
                Facts.envelope(null, "brand"),
                "b1",
                "小米",
                List.of(),
                List.of("phone"),
                List.of("b2")),
            new CategoryRecord(Facts.envelope(null, "category"), "tea", "茶", null, false)))
        .containsOnly(ACCEPTED);
    assertThatThrownBy(() -> accept(new WordRecord(Facts.envelope(null, "word"), "尊嘟假嘟")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got word");
    assertThat(store.newestEventTime()).isEmpty();
  }

  @Test
  void pricedOrders_eachOrder_seesThePriceMarginAndStockOfItsTime() {
    accept(
        product("2025-06-10T00:00:00Z", "100", "0.25", 3L),
        product("2025-06-20T00:00:00Z", "80", null, 0L),
        order("o1", "u1", "2025-06-09T23:59:59Z", "p1", "100", null),
        order("o2", "u1", "2025-06-10T00:00:00Z", "p1", "90", null),
        order("o3", "u1", "2025-06-20T00:00:00Z", "p1", "80", null),
        order("o4", "u1", "2025-06-21T00:00:00Z", "p2", "70", null),
        refund("r1", "o2", "2025-06-22T00:00:00Z", "30"));

    List<PricedOrder> orders = priced();

    assertThat(orders).extracting(PricedOrder::orderId).containsExactly("o1", "o2", "o3", "o4");
    assertThat(orders)
        .extracting(PricedOrder::price)
        .containsExactly(null, new BigDecimal("100.00"), new BigDecimal("80.00"), null);
    assertThat(orders).extracting(PricedOrder::stock).containsExactly(null, 3L, 0L, null);
    assertThat(orders.get(1).earned()).isEqualByComparingTo("15");
    assertThat(orders.get(0).earned()).isNull();
    assertThat(orders.get(2).earned()).as("no margin is no figure, not 0").isNull();
  }

  @Test
  void quality_soundBehaviour_hasNoRow() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", "q1"),
        refund("r1", "o1", "2025-06-03T02:00:00Z", "10"));
    assertThat(store.quality(JUNE)).isEmpty();
  }

  @Test
  void quality_importedTotalsUnderUnknownNames_areNamed() {
    var known = Facts.stats("k0", "2025-06-02", "手机", 1L, "1");
    accept(
        named(known, "k1", "厨具", "没有的牌子"),
        named(known, "k2", "厨具", null),
        named(known, "k3", "餐具", null),
        known);

    assertThat(store.quality(JUNE))
        .containsExactlyInAnyOrder(
            row("keyword-of-unknown-brand", 1, "没有的牌子"),
            row("keyword-of-unknown-category", 3, "厨具", "餐具"));
  }

  private static KeywordStats named(
      KeywordStats from, String id, String category, @Nullable String brand) {
    return new KeywordStats(
        from.envelope(),
        id,
        from.day(),
        from.keyword(),
        category,
        brand,
        from.impressions(),
        from.searchers(),
        from.clicks(),
        from.orders(),
        from.gmv(),
        from.cost(),
        from.currency());
  }

  @Test
  void quality_everyRule_isCountedWithExamples() {
    var dollars = refund("r5", "o1", "2025-06-20T02:00:00Z", "1");
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", "q1", "p1"),
        product("2025-06-01T00:00:00Z", "10", null, null),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", "q1"),
        order("o2", "u9", "2025-06-02T02:00:00Z", "p1", "201", null),
        order("o3", "u9", "2025-06-02T02:00:00Z", "p2", "1000000.01", null),
        order("o4", "u9", "2025-06-02T02:00:00Z", "p2", "0", "lost"),
        order("o5", "u1", "2025-06-02T02:00:00Z", "gone", "5", "q1"),
        inDollars(),
        Facts.click("c1", "u1", "2025-06-02T02:00:00Z", "nowhere", null),
        Facts.click("c2", "u1", "2025-06-30T02:00:00Z", "p1", null),
        Facts.click("c3", "u1", "2025-07-01T02:00:00Z", "p1", null),
        refund("r1", "o1", "2025-06-03T02:00:00Z", "6"),
        refund("r2", "o1", "2025-06-04T02:00:00Z", "4.01"),
        refund("r3", "none", "2025-06-04T02:00:00Z", "4"),
        refund("r4", "o5", "2025-06-01T02:00:00Z", "4"),
        new Refund(dollars.envelope(), "r5", "o1", "u1", dollars.at(), dollars.amount(), "USD"),
        action("a1", "login"),
        action("a2", "login"),
        action("a3", "brand_filter"),
        action("a4", "purchase"));
    accept(order("o4", "u9", "2025-06-02T02:00:00Z", "p2", "0.00", "lost2"));

    assertThat(store.quality(
            new Window(at("1970-01-01T00:00:00Z"), at("2200-01-01T00:00:00Z"), JUNE.zone())))
        .containsExactlyInAnyOrder(
            row("currency-mix", 1, "p1"),
            row("duplicate-id-other-body", 1, "order/o4"),
            row("event-from-the-future", 1, "click/c3"),
            row("event-of-unknown-product", 1, "c1"),
            row("order-amount-absurd", 2, "o2", "o3"),
            row("order-of-nothing", 1, "o4"),
            row("order-of-unknown-product", 1, "o5"),
            row("order-without-search", 4, "o2", "o3", "o4"),
            row("purchase-without-amount", 1, "a4"),
            row("refund-above-order", 1, "o1"),
            row("refund-before-order", 1, "r4"),
            row("refund-in-other-currency", 1, "r5"),
            row("refund-without-order", 1, "r3"),
            row("unknown-action", 3, "brand_filter", "login"));
    assertThat(store.quality(JUNE))
        .extracting(QualityRow::rule)
        .doesNotContain("event-from-the-future");
  }

  @Test
  void quality_olderBody_isCountedAlsoAfterReopening() {
    String at = "2025-06-02T02:00:00Z";
    accept(order("2025-06-05T00:00:00Z", "o1", "u1", at, "p1", "20", null));
    accept(order("2025-06-04T00:00:00Z", "o1", "u1", at, "p1", "10", null));
    reopen();
    assertThat(store.quality(JUNE)).contains(row("duplicate-id-older-body", 1, "order/o1"));
  }

  private static QualityRow row(String rule, long count, String... examples) {
    return new QualityRow(rule, count, Stream.of(examples).toList());
  }

  private static DataRecord inDollars() {
    var yuan = order("o6", "u9", "2025-06-02T02:00:00Z", "p1", "10", null);
    return new io.tidewatch.model.record.Order(
        yuan.envelope(), "o6", "u9", yuan.at(), "p1", 1, yuan.amount(), "USD", null);
  }

  private static OtherAction action(String id, String name) {
    return new OtherAction(
        Facts.envelope(null, "action", id, name),
        id,
        "u1",
        at("2025-06-02T02:00:00Z"),
        name,
        null,
        null,
        null);
  }
}
