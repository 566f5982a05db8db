package io.tidewatch.behavior;

import static io.tidewatch.behavior.Facts.click;
import static io.tidewatch.behavior.Facts.deletion;
import static io.tidewatch.behavior.Facts.interaction;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.refund;
import static io.tidewatch.behavior.Facts.search;
import static io.tidewatch.behavior.Facts.stats;
import static io.tidewatch.behavior.Facts.user;
import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static io.tidewatch.model.record.WriteOutcome.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.Interaction.Action;
import io.tidewatch.model.record.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every behaviour store does. A subclass opens one. */
public abstract class BehaviorStoreContract extends OpenedStore<BehaviorStore> {
  protected static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  protected static final Window JUNE = new Window(
      Instant.parse("2025-05-31T16:00:00Z"), Instant.parse("2025-06-30T16:00:00Z"), SHANGHAI);

  private long totals;
  protected final AtomicReference<Catalogue> catalogue = new AtomicReference<>(Facts.catalogue());

  /** Lets the engine tidy its files, if it does such a thing. */
  protected abstract void tidy();

  @Test
  void everything_whenEmpty_answersWithNothing() {
    assertThat(orders()).isEmpty();
    assertThat(store.keywordTraffic(JUNE)).isEmpty();
    assertThat(store.categoryBrandOrders(JUNE)).isEmpty();
    assertThat(store.keywordTotals(JUNE)).isEmpty();
    assertThat(interests()).isEmpty();
    assertThat(store.newestEventTime()).isEmpty();
    assertThat(store.counts()).isEmpty();
    assertThat(accept()).isEmpty();
    tidy();
    assertThat(store.counts()).isEmpty();
  }

  @Test
  void accept_newRecords_countsThemByType() {
    assertThat(accept(
            search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null),
            order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null),
            order("o2", "u1", "2025-06-03T02:00:00Z", "p1", "10", null),
            user("u1", "2025-06-01T00:00:00Z", Map.of("city", "上海\"\n"))))
        .containsOnly(ACCEPTED)
        .hasSize(4);
    assertThat(store.counts())
        .containsExactly(
            new TypeCount("order", 2), new TypeCount("search", 1), new TypeCount("user", 1));
  }

  @Test
  void accept_sameBatchAgain_isDuplicateAlsoAfterTidyAndReopen() {
    var batch = new BatchId("shop", "orders.jsonl", 0);
    List<DataRecord> records = List.of(
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null),
        order("o2", "u2", "2025-06-02T02:00:00Z", "p1", "11", null));
    assertThat(store.accept(batch, records)).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(store.accept(batch, records)).containsExactly(DUPLICATE, DUPLICATE);
    reopen();
    assertThat(store.accept(batch, records)).containsExactly(DUPLICATE, DUPLICATE);
    tidy();
    assertThat(store.accept(batch, records)).containsExactly(DUPLICATE, DUPLICATE);
    reopen();
    assertThat(store.accept(batch, records)).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(store.counts()).containsExactly(new TypeCount("order", 2));
  }

  @Test
  void accept_sameBatchesOfChangingContentAgain_leavesTheLastContent() {
    var first = new BatchId("shop", "day1.jsonl", 0);
    var second = new BatchId("shop", "day2.jsonl", 0);
    var before = List.of(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null));
    var after = List.of(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "12", null));
    store.accept(first, before);
    store.accept(second, after);
    tidy();
    assertThat(store.accept(first, before)).containsExactly(DUPLICATE);
    assertThat(store.accept(second, after)).containsExactly(DUPLICATE);
    assertThat(totalAmount()).isEqualByComparingTo("12");
  }

  @Test
  void accept_editedFileUnderItsOldName_takesTheCorrection() {
    var batch = new BatchId("shop", "orders.jsonl", 0);
    store.accept(batch, List.of(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null)));
    assertThat(store.accept(
            batch, List.of(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "11", null))))
        .containsExactly(ACCEPTED);
    assertThat(totalAmount()).isEqualByComparingTo("11");
  }

  @Test
  void accept_sameRecordInAnotherBatch_isDuplicate() {
    accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null));
    assertThat(accept(
            order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null),
            order("o2", "u1", "2025-06-02T02:00:00Z", "p1", "10", null)))
        .containsExactly(DUPLICATE, ACCEPTED);
    tidy();
    assertThat(accept(order("o2", "u1", "2025-06-02T02:00:00Z", "p1", "10", null)))
        .containsExactly(DUPLICATE);
    assertThat(store.counts()).containsExactly(new TypeCount("order", 2));
  }

  @Test
  void accept_sameRecordTwiceInOneBatch_isStoredOnce() {
    var order = order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null);
    assertThat(accept(order, order)).containsExactly(ACCEPTED, DUPLICATE);
    assertThat(store.counts()).containsExactly(new TypeCount("order", 1));
  }

  @Test
  void accept_sameIdOfAnotherType_isAnotherRecord() {
    assertThat(accept(
            search("x", "u1", "2025-06-02T01:00:00Z", "手机", null),
            click("x", "u1", "2025-06-02T02:00:00Z", "p1", null)))
        .containsExactly(ACCEPTED, ACCEPTED);
    assertThat(store.counts())
        .containsExactly(new TypeCount("click", 1), new TypeCount("search", 1));
  }

  @Test
  void accept_correction_replacesTheOldVersionAlsoOnAnotherDay() {
    accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null));
    tidy();
    assertThat(accept(order("o1", "u1", "2025-06-09T02:00:00Z", "p1", "20", null)))
        .containsExactly(ACCEPTED);
    for (int round = 0; round < 2; round++) {
      assertThat(totalAmount()).isEqualByComparingTo("20");
      assertThat(store.counts()).containsExactly(new TypeCount("order", 1));
      assertThat(store.categoryBrandOrders(day("2025-06-02"))).isEmpty();
      assertThat(store.categoryBrandOrders(day("2025-06-09"))).hasSize(1);
      tidy();
    }
    reopen();
    assertThat(store.categoryBrandOrders(day("2025-06-02"))).isEmpty();
  }

  @Test
  void accept_olderUpdatedAt_isDuplicateAndChangesNothing() {
    String at = "2025-06-02T02:00:00Z";
    accept(order("2025-06-05T00:00:00Z", "o1", "u1", at, "p1", "20", null));
    assertThat(accept(order("2025-06-04T00:00:00Z", "o1", "u1", at, "p1", "10", null)))
        .containsExactly(DUPLICATE);
    tidy();
    assertThat(accept(order("2025-06-04T00:00:01Z", "o1", "u1", at, "p1", "11", null)))
        .containsExactly(DUPLICATE);
    assertThat(accept(order("2025-06-06T00:00:00Z", "o1", "u1", at, "p1", "30", null)))
        .containsExactly(ACCEPTED);
    assertThat(totalAmount()).isEqualByComparingTo("30");
  }

  @Test
  void accept_deletion_hidesTheRecordForGood() {
    var order = order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null);
    accept(order, order("o2", "u1", "2025-06-02T02:00:00Z", "p1", "5", null));
    assertThat(accept(deletion("order", "o1"))).containsExactly(ACCEPTED);
    assertThat(accept(deletion("order", "o1"))).containsExactly(DUPLICATE);
    for (int round = 0; round < 2; round++) {
      assertThat(store.counts()).containsExactly(new TypeCount("order", 1));
      assertThat(totalAmount()).isEqualByComparingTo("5");
      assertThat(accept(order)).containsExactly(DUPLICATE);
      tidy();
      reopen();
    }
  }

  @Test
  void accept_deletionBeforeItsRecord_keepsTheRecordOut() {
    assertThat(accept(deletion("order", "o1"))).containsExactly(ACCEPTED);
    tidy();
    String at = "2025-06-02T02:00:00Z";
    assertThat(accept(order("2025-06-02T03:00:00Z", "o1", "u1", at, "p1", "10", null)))
        .containsExactly(DUPLICATE);
    assertThat(accept(order("2025-08-01T00:00:00Z", "o1", "u1", at, "p1", "11", null)))
        .containsExactly(ACCEPTED);
    assertThat(totalAmount()).isEqualByComparingTo("11");
  }

  @Test
  void accept_lateEvent_joinsItsOwnDay() {
    accept(order("o2", "u1", "2025-06-20T02:00:00Z", "p1", "10", null));
    tidy();
    accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null));
    assertThat(store.categoryBrandOrders(day("2025-06-02"))).hasSize(1);
    tidy();
    assertThat(store.categoryBrandOrders(day("2025-06-02"))).hasSize(1);
    assertThat(store.newestEventTime()).contains(Instant.parse("2025-06-20T02:00:00Z"));
  }

  @Test
  void accept_foreignRecord_isRefusedBeforeAnythingIsWritten() {
    var beat = new Heartbeat(Facts.envelope(null, "beat"), "h1", Facts.RECEIVED);
    assertThatThrownBy(
            () -> accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null), beat))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("records")
        .hasMessageContaining("heartbeat h1");
    assertThat(store.counts()).isEmpty();
    assertThatThrownBy(() -> accept(deletion("post", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got post");
  }

  @Test
  void accept_negativeAmount_namesArgumentRuleAndValue() {
    assertThatThrownBy(() -> accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "-1", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order o1: amount: a number not negative is required, got -1");
    assertThatThrownBy(() -> accept(refund("r1", "o1", "2025-06-02T02:00:00Z", "-0.01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got -0.01");
    assertThatThrownBy(() -> accept(stats("k1", "2025-06-02", "手机", -1L, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clicks");
    assertThatThrownBy(() -> accept(order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "1e14", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below");
    assertThat(store.counts()).isEmpty();
  }

  @Test
  void accept_idWithControlCharacter_isRefused() {
    assertThatThrownBy(() -> accept(click("c1", "u\u001f1", "2025-06-02T01:00:00Z", "p1", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user_id: a text without control characters");
    assertThatThrownBy(() -> accept(deletion("order", "o\n1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributedOrders_refundInAnotherCurrency_doesNotCount() {
    var dollars = refund("r1", "o1", "2025-06-03T02:00:00Z", "100");
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null, "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "100", null),
        new Refund(dollars.envelope(), "r1", "o1", "u1", dollars.at(), dollars.amount(), "USD"));
    assertThat(orders()).extracting(AttributedOrder::net).containsExactly(new BigDecimal("100.00"));
  }

  @Test
  void attributedOrders_queryId_winsOverALaterSearch() {
    accept(
        search("s1", "u1", "2025-05-20T01:00:00Z", "  小米\u3000Ｐｈｏｎｅ ", "q1"),
        search("s2", "u1", "2025-06-02T01:00:00Z", "手机", "q2", "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "1999.50", "q1"));
    assertThat(orders())
        .containsExactly(new AttributedOrder(
            "o1",
            "u1",
            LocalDate.parse("2025-06-02"),
            "小米 phone",
            "p1",
            "b1",
            "phone",
            new BigDecimal("1999.50"),
            "CNY",
            "query-id"));
  }

  @Test
  void attributedOrders_unknownQueryId_fallsBackToTheLastSearch() {
    accept(
        search("s2", "u1", "2025-06-02T01:00:00Z", "手机", "q2", "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", "lost"));
    assertThat(rules()).containsExactly("o1 手机 last-search");
  }

  @Test
  void attributedOrders_lastSearch_needsTheCategoryInResultsOrClicks() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null, "p2"),
        search("s2", "u1", "2025-06-02T01:30:00Z", "奶茶", "q2", "p3"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null),
        search("s3", "u2", "2025-06-02T01:00:00Z", "送礼", "q3"),
        click("c1", "u2", "2025-06-02T01:01:00Z", "p2", "q3"),
        order("o2", "u2", "2025-06-02T02:00:00Z", "p1", "10", null));
    assertThat(rules()).containsExactly("o1 手机 last-search", "o2 送礼 last-search");
  }

  @Test
  void attributedOrders_searchOlderThanADayOrAfterTheOrder_doesNotCount() {
    accept(
        search("s1", "u1", "2025-06-01T01:59:59Z", "手机", null, "p1"),
        search("s2", "u1", "2025-06-02T02:00:01Z", "手机", null, "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null),
        search("s3", "u2", "2025-06-01T02:00:00Z", "一天前", null, "p1"),
        order("o2", "u2", "2025-06-02T02:00:00Z", "p1", "10", null));
    assertThat(rules()).containsExactly("o2 一天前 last-search");
  }

  @Test
  void attributedOrders_searchBeforeTheWindow_stillCounts() {
    accept(
        search("s1", "u1", "2025-05-31T15:30:00Z", "手机", null, "p1"),
        order("o1", "u1", "2025-05-31T16:30:00Z", "p1", "10", null));
    assertThat(rules()).containsExactly("o1 手机 last-search");
  }

  @Test
  void attributedOrders_queryShareInTheCategory_decidesAtAFifth() {
    var records = new ArrayList<DataRecord>();
    records.add(search("s1", "u9", "2025-06-02T01:00:00Z", "送礼", "q1"));
    records.add(click("c0", "u9", "2025-06-02T01:01:00Z", "p3", "q1"));
    for (int i = 1; i <= 4; i++) {
      records.add(click("c" + i, "u9", "2025-06-02T01:01:00Z", "p1", "q1"));
    }
    records.add(search("s2", "u1", "2025-06-05T01:00:00Z", "送礼", null));
    records.add(order("o1", "u1", "2025-06-05T02:00:00Z", "p3", "10", null));
    store.accept(new BatchId("shop", "share", 0), records);
    assertThat(rules()).containsExactly("o1 送礼 query-category");

    accept(click("c5", "u9", "2025-06-02T01:01:00Z", "p1", "q1"));
    assertThat(rules()).isEmpty();
  }

  @Test
  void attributedOrders_refunds_subtractAndAFullyRefundedOrderLeaves() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null, "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "100", null),
        order("o2", "u1", "2025-06-02T03:00:00Z", "p1", "100", null),
        order("o3", "u1", "2025-06-02T04:00:00Z", "p1", "100", null),
        refund("r1", "o1", "2025-06-03T02:00:00Z", "30.25"),
        refund("r2", "o1", "2025-06-04T02:00:00Z", "20"),
        refund("r3", "o2", "2025-06-04T02:00:00Z", "100"),
        refund("r4", "o3", "2025-06-04T02:00:00Z", "500"));
    assertThat(orders()).extracting(AttributedOrder::orderId).containsExactly("o1");
    assertThat(orders()).extracting(AttributedOrder::net).containsExactly(new BigDecimal("49.75"));
    assertThat(store.categoryBrandOrders(JUNE))
        .containsExactly(new CategoryBrandOrders("phone", "b1", 1));
    Window beforeRefunds = new Window(JUNE.from(), Instant.parse("2025-06-03T00:00:00Z"), SHANGHAI);
    assertThat(orders(beforeRefunds)).hasSize(3);
  }

  @Test
  void attributedOrders_unknownProduct_isLeftOutUntilTheCatalogueHoldsIt() {
    catalogue.set(new Catalogue(List.of(), List.of(), List.of(), List.of()));
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null, "p1"),
        order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "100", null));
    assertThat(orders()).isEmpty();
    assertThat(store.counts()).contains(new TypeCount("order", 1));
    catalogue.set(Facts.catalogue());
    assertThat(orders()).hasSize(1);
  }

  @Test
  void keywordTraffic_queries_areNormalisedAndSearchersCountedOnce() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "iPhone  16", "q1"),
        search("s2", "u1", "2025-06-03T01:00:00Z", "ＩＰＨＯＮＥ 16", "q2"),
        search("s3", "u2", "2025-06-03T01:00:00Z", "iphone 16", null),
        search("s4", "u2", "2025-06-03T01:00:00Z", "手机", null),
        search("s5", "u2", "2025-07-03T01:00:00Z", "窗外", null),
        search("s6", "u2", "2025-06-03T01:00:00Z", " \t ", null),
        click("c1", "u1", "2025-06-02T01:01:00Z", "p2", "q1"),
        click("c2", "u1", "2025-06-03T01:01:00Z", "p2", "q2"),
        click("c3", "u1", "2025-06-03T01:01:00Z", "p2", null),
        click("c4", "u1", "2025-07-03T01:01:00Z", "p2", "q2"));
    for (int round = 0; round < 2; round++) {
      assertThat(store.keywordTraffic(JUNE))
          .containsExactly(
              new KeywordTraffic("iphone 16", 3, 2, 2), new KeywordTraffic("手机", 1, 1, 0));
      tidy();
    }
  }

  @Test
  void keywordTraffic_subQueriesOfOneAction_areOneSearch() {
    accept(
        search("ubi:q1", "u1", "2025-06-02T01:00:00Z", "手机", "q1"),
        search("ubi:q2", "u1", "2025-06-02T01:00:02Z", " 手机", "q2"),
        search("ubi:q3", "u1", "2025-06-02T01:00:05Z", "手机", "q3"),
        search("ubi:q4", "u1", "2025-06-02T01:00:09Z", "手机", "q4"),
        search("ubi:q5", "u2", "2025-06-02T01:00:01Z", "手机", "q5"),
        search("s6", "u1", "2025-06-02T01:00:01Z", "手机", "q6"),
        search("s7", "u1", "2025-06-02T01:00:01Z", "手机", "q7"),
        click("c1", "u1", "2025-06-02T01:00:07Z", "p1", "q3"));
    for (int round = 0; round < 2; round++) {
      assertThat(store.keywordTraffic(JUNE)).containsExactly(new KeywordTraffic("手机", 5, 2, 1));
      tidy();
    }
  }

  @Test
  void keywordTraffic_subQueryRightAfterTheWindowBegins_belongsToTheSearchBeforeIt() {
    accept(
        search("ubi:q1", "u1", "2025-05-31T15:59:59Z", "手机", "q1"),
        search("ubi:q2", "u1", "2025-05-31T16:00:01Z", "手机", "q2"));
    assertThat(store.keywordTraffic(JUNE)).isEmpty();
  }

  @Test
  void categoryBrandOrders_userAndLocalDay_countOnce() {
    accept(
        order("o1", "u1", "2025-06-02T01:00:00Z", "p1", "10", null),
        order("o2", "u1", "2025-06-02T15:59:00Z", "p1", "10", null),
        order("o3", "u1", "2025-06-02T16:00:00Z", "p1", "10", null),
        order("o4", "u2", "2025-06-02T16:00:00Z", "p3", "10", null));
    assertThat(store.categoryBrandOrders(JUNE))
        .containsExactly(
            new CategoryBrandOrders("phone", "b1", 2), new CategoryBrandOrders("tea", "b3", 1));
    var utc = new Window(JUNE.from(), JUNE.to(), ZoneId.of("UTC"));
    assertThat(store.categoryBrandOrders(utc)).contains(new CategoryBrandOrders("phone", "b1", 1));
  }

  @Test
  void categoryBrandOrders_zoneWithSummerTime_usesTheOffsetOfTheMoment() {
    accept(
        order("o1", "u1", "2025-03-29T23:30:00Z", "p1", "10", null),
        order("o2", "u1", "2025-03-30T21:30:00Z", "p1", "10", null),
        order("o3", "u1", "2025-03-30T22:30:00Z", "p1", "10", null));
    var spring = new Window(
        Instant.parse("2025-03-01T00:00:00Z"),
        Instant.parse("2025-04-30T00:00:00Z"),
        ZoneId.of("Europe/Berlin"));
    assertThat(store.categoryBrandOrders(spring))
        .containsExactly(new CategoryBrandOrders("phone", "b1", 2));
  }

  @Test
  void keywordTotals_days_addUpAndMissingFiguresStayNull() {
    accept(
        stats("k1", "2025-06-02", "手机 ", 3L, "10.10"),
        stats("k2", "2025-06-03", "手机", 4L, "20.20"),
        stats("k3", "2025-06-03", "茶", null, null),
        stats("k4", "2025-07-03", "手机", 100L, "1"));
    assertThat(store.keywordTotals(JUNE))
        .containsExactly(
            new KeywordTotals(
                "手机", "phone", null, null, null, 7L, null, new BigDecimal("30.30"), null, "CNY"),
            new KeywordTotals("茶", "phone", null, null, null, null, null, null, null, "CNY"));
  }

  @Test
  void keywordTotals_wordsOfTitles_standApartFromSearches() {
    accept(
        stats("k1", "2025-06-02", "手机", 3L, "10.10"),
        stats("title:k2", "2025-06-03", "手机", null, "20.20"),
        stats("title:k3", "2025-06-04", "手机", null, "1.80"));
    assertThat(store.keywordTotals(JUNE))
        .containsExactly(
            new KeywordTotals(
                "手机", "phone", null, null, null, 3L, null, new BigDecimal("10.10"), null, "CNY"),
            new KeywordTotals(
                "手机",
                "phone",
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("22.00"),
                null,
                "CNY",
                true));
  }

  @Test
  void interestFacts_events_areCountedByUserActionAndLocalDay() {
    accept(
        click("c1", "u1", "2025-06-02T01:00:00Z", "p1", null),
        click("c2", "u1", "2025-06-02T02:00:00Z", "p1", null),
        click("c3", "u1", "2025-06-02T16:00:00Z", "p1", null),
        click("c4", "u1", "2025-06-02T01:00:00Z", "unknown", null),
        interaction(Action.FOLLOW, "f1", "u1", "2025-06-02T01:00:00Z", null, "b2", null),
        search("s1", "u2", "2025-06-02T01:00:00Z", "送礼", null, "p3", "p1", "p2"),
        search("s2", "u2", "2025-06-02T01:00:00Z", "随便", null),
        order("o1", "u2", "2025-06-03T01:00:00Z", "p2", "10", null),
        order("o2", "u2", "2025-06-03T01:00:00Z", "p1", "10", null),
        refund("r1", "o2", "2025-06-03T02:00:00Z", "10"));
    LocalDate second = LocalDate.parse("2025-06-02");
    LocalDate third = LocalDate.parse("2025-06-03");
    for (int round = 0; round < 2; round++) {
      assertThat(interests())
          .containsExactly(
              new InterestFact("u1", "click", "p1", "b1", "phone", null, second, 2),
              new InterestFact("u1", "click", "unknown", null, null, null, second, 1),
              new InterestFact("u1", "follow", null, "b2", null, null, second, 1),
              new InterestFact("u1", "click", "p1", "b1", "phone", null, third, 1),
              new InterestFact("u2", "search", null, null, "phone", "送礼", second, 1),
              new InterestFact("u2", "search", null, null, null, "随便", second, 1),
              new InterestFact("u2", "order", "p2", "b2", "phone", null, third, 1));
      tidy();
    }
  }

  @Test
  void newestEventTime_spansBehaviourAndIgnoresPeopleAndDeletedRecords() {
    accept(
        click("c1", "u1", "2025-06-02T01:00:00Z", "p1", null),
        order("o1", "u1", "2025-06-05T01:00:00.123456Z", "p1", "10", null),
        user("u1", "2025-06-09T00:00:00Z", Map.of()));
    tidy();
    assertThat(store.newestEventTime()).contains(Instant.parse("2025-06-05T01:00:00.123456Z"));
    accept(deletion("order", "o1"));
    assertThat(store.newestEventTime()).contains(Instant.parse("2025-06-02T01:00:00Z"));
    tidy();
    assertThat(store.newestEventTime()).contains(Instant.parse("2025-06-02T01:00:00Z"));
  }

  @Test
  void newestEventTime_eventFarAheadOfItsArrival_isNotBelieved() {
    accept(
        search("s1", "u1", "2025-06-02T01:00:00Z", "手机", null),
        search("s2", "u1", "2199-06-02T01:00:00Z", "手机", null));
    assertThat(store.newestEventTime()).contains(Instant.parse("2025-06-02T01:00:00Z"));
    accept(deletion("search", "s1"));
    assertThat(store.newestEventTime()).contains(Instant.parse("2199-06-02T01:00:00Z"));
  }

  @Test
  void accept_fromSeveralThreads_losesNothing() {
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (int thread = 0; thread < 4; thread++) {
      int mine = thread;
      writers.add(CompletableFuture.runAsync(() -> {
        for (int i = 0; i < 5; i++) {
          String id = "o" + mine + "-" + i;
          store.accept(
              new BatchId("shop", "thread" + mine, i),
              List.of(order(id, "u1", "2025-06-02T02:00:00Z", "p1", "1", null)));
          assertThat(store.counts().getFirst().records()).isPositive();
          if (mine == 0 && i == 2) {
            tidy();
          }
        }
      }));
    }
    writers.forEach(CompletableFuture::join);
    assertThat(store.counts()).containsExactly(new TypeCount("order", 20));
  }

  protected final List<AttributedOrder> orders() {
    return orders(JUNE);
  }

  private List<AttributedOrder> orders(Window window) {
    var orders = new ArrayList<AttributedOrder>();
    store.attributedOrders(window, orders::add);
    return orders;
  }

  private List<String> rules() {
    return orders().stream()
        .map(o -> o.orderId() + " " + o.keyword() + " " + o.rule())
        .toList();
  }

  private List<InterestFact> interests() {
    var facts = new ArrayList<InterestFact>();
    store.interestFacts(JUNE, facts::add);
    return facts;
  }

  /** Sum of all orders of u1 on two days in June; searches make each attributable for a moment. */
  protected final BigDecimal totalAmount() {
    String first = "total-" + totals++;
    String second = "total-" + totals++;
    accept(
        search(first, "u1", "2025-06-02T01:00:00Z", "手机", null, "p1"),
        search(second, "u1", "2025-06-09T01:00:00Z", "手机", null, "p1"));
    BigDecimal total =
        orders().stream().map(AttributedOrder::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    accept(deletion("search", first), deletion("search", second));
    return total;
  }

  private static Window day(String day) {
    LocalDate date = LocalDate.parse(day);
    return new Window(
        date.atStartOfDay(SHANGHAI).toInstant(),
        date.plusDays(1).atStartOfDay(SHANGHAI).toInstant(),
        SHANGHAI);
  }
}
