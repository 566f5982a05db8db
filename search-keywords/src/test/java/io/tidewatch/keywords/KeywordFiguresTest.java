package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordFunnel;
import io.tidewatch.keywords.answer.KeywordMoves;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.ClickRate;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTotals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeywordFiguresTest {
  private static final LocalDate EARLY = LocalDate.parse("2025-10-20");
  private static final LocalDate LATE = LocalDate.parse("2025-11-10");

  private final FakeBehaviorStore store = Market.store();
  private final KeywordDesk desk = Market.desk(store);

  private KeywordRow row(String word, String brand) {
    return desk.show(word, brand, Locale.ENGLISH).getFirst();
  }

  private void events(String action, String brand, LocalDate day, long count) {
    store.events.add(new FakeBehaviorStore.Event("口红", "makeup", brand, day, action, count));
  }

  @Test
  void funnel_byBrand_countsEachStepAndItsShare() {
    events("impression", "alpha", LATE, 400);
    events("click", "alpha", LATE, 30);
    events("click", "beta", LATE, 60);
    events("cart", "alpha", LATE, 12);

    KeywordFunnel funnel = row("口红", "alpha").funnel();

    assertThat(funnel.searchers()).isEqualTo(600);
    // one impression of the shelf a search
    assertThat(funnel.impressions()).isEqualTo(1000);
    assertThat(funnel.clicks()).isEqualTo(90);
    assertThat(funnel.carts()).isEqualTo(12);
    assertThat(funnel.orders()).isEqualTo(100);
    assertThat(funnel.brands().getFirst())
        .isEqualTo(new KeywordFunnel.Steps("alpha", 400L, 30L, 12L, 40L, 30 / 90.0, 0.4));
  }

  @Test
  void funnel_stepsThatNobodyRecorded_areNullNotZero() {
    KeywordFunnel funnel = row("口红", "alpha").funnel();

    assertThat(funnel.clicks()).isNull();
    assertThat(funnel.carts()).isNull();
    assertThat(funnel.brands().getFirst().clickShare()).isNull();
    assertThat(row("口红", "alpha").ctr()).isNull();
  }

  @Test
  void ctr_lowPlaces_isCorrectedToTheFirst() {
    store.positions.add(new FakeBehaviorStore.Place("口红", "makeup", "alpha", "a", 1, 1000, 0, 400));
    store.positions.add(new FakeBehaviorStore.Place("口红", "makeup", "alpha", "a", 2, 1000, 0, 200));
    store.positions.add(new FakeBehaviorStore.Place("口红", "makeup", "beta", "b", 2, 1000, 0, 100));
    events("click", "beta", LATE, 100);

    ClickRate rate = row("口红", "beta").ctr();

    assertThat(rate.observed().mid()).isCloseTo(0.1, within(0.001));
    assertThat(rate.examined()).isCloseTo(500, within(1e-6));
    assertThat(rate.corrected().mid()).isCloseTo(0.2, within(0.002));
    assertThat(rate.of()).isEqualTo("brand");
  }

  @Test
  void ctr_placesNotKnown_isNotCorrected() {
    events("impression", "beta", LATE, 1000);
    events("click", "beta", LATE, 100);

    assertThat(row("口红", "beta").ctr().corrected()).isNull();
    assertThat(row("口红", "beta").ctr().examined()).isNull();
  }

  @Test
  void cost_ofAdvertisements_givesCostPerOrderAndRoi() {
    store.spend.add(new KeywordSpend("口红", "alpha", "CNY", 5000, 200, new BigDecimal("800")));

    KeywordRow row = desk.show("口红", "alpha", Span.NEWEST, 0.4, Locale.ENGLISH).getFirst();

    assertThat(row.cost().spend()).isEqualByComparingTo("800");
    assertThat(row.cost().perClick()).isEqualByComparingTo("4");
    assertThat(row.cost().perOrder()).isEqualByComparingTo("20");
    assertThat(row.cost().breakEven()).isCloseTo(2.5, within(1e-12));
    // 40 orders of 100
    assertThat(row.roi()).isCloseTo(5, within(1e-12));
  }

  @Test
  void cost_unknownOrInAnotherCurrency_isNull() {
    store.spend.add(new KeywordSpend("口红", "alpha", "USD", 5000, 200, new BigDecimal("800")));

    assertThat(row("口红", "alpha").cost()).isNull();
    assertThat(row("口红", "alpha").roi()).isNull();
    assertThat(row("眼影", "alpha").cost()).isNull();
  }

  @Test
  void cost_ofImportedTotals_speaksWhereNoAdvertisementDoes() {
    store.totals.add(totals("口红", "alpha", "300"));
    store.totals.add(totals("睫毛膏", "alpha", "100"));

    assertThat(row("口红", "alpha").cost().source()).isEqualTo("totals");
    assertThat(row("口红", "alpha").cost().spend()).isEqualByComparingTo("300");
    assertThat(row("睫毛膏", "alpha").roi()).isCloseTo(5, within(1e-12));
    assertThat(row("睫毛膏", "alpha").basis()).isEqualTo("aggregate");
    assertThat(row("睫毛膏", "alpha").funnel().brands().getFirst().clicks()).isEqualTo(50);
  }

  @Test
  void trend_moreClicksRevenueAndBrands_isPositiveWithItsBounds() {
    for (int i = 0; i < 120; i++) {
      boolean early = i < 40;
      Instant at = Market.END.minus(Duration.ofDays(early ? 20 : 3));
      String brand = early ? "alpha" : List.of("alpha", "beta", "gamma").get(i % 3);
      store.search("m" + i, at, "唇釉", "makeup");
      store.search("n" + i, at, "唇釉", "makeup");
      store.order("m" + i, at.plusSeconds(60), "唇釉", brand, "makeup", early ? 50 : 100);
    }
    store.events.add(
        new FakeBehaviorStore.Event("唇釉", "makeup", "alpha", EARLY, "impression", 1000));
    store.events.add(new FakeBehaviorStore.Event("唇釉", "makeup", "alpha", EARLY, "click", 100));
    store.events.add(
        new FakeBehaviorStore.Event("唇釉", "makeup", "alpha", LATE, "impression", 1000));
    store.events.add(new FakeBehaviorStore.Event("唇釉", "makeup", "alpha", LATE, "click", 250));

    KeywordMoves moves = row("唇釉", "alpha").trend();

    assertThat(moves.ctr().change().lo()).isPositive();
    assertThat(moves.searchers().before()).isEqualTo(80);
    assertThat(moves.searchers().after()).isEqualTo(160);
    assertThat(moves.gmv().before()).isEqualTo(2000);
    assertThat(moves.gmv().after()).isEqualTo(8000);
    assertThat(moves.gmv().change().lo()).isPositive();
    assertThat(moves.conversion().change().mid()).isCloseTo(0, within(0.02));
    assertThat(moves.E().change().lo()).isPositive();
  }

  @Test
  void trend_nothingBefore_saysNothing() {
    var empty = new FakeBehaviorStore();
    for (int i = 0; i < 40; i++) {
      empty.search("m" + i, Market.END.minus(Duration.ofDays(3)), "唇釉", "makeup");
    }

    assertThat(Market.desk(empty).show("唇釉", null, Locale.ENGLISH).getFirst().trend())
        .isNull();
  }

  @Test
  void conversion_sitsBetweenTheWordAndItsCategory() {
    KeywordRow row = row("口红", "alpha");
    var figures =
        desk.explain("口红", "alpha", KeywordQuery.Span.NEWEST, null).getFirst().figures();

    assertThat(row.conversion().mid())
        .isBetween(row.conversion().lo(), row.conversion().hi());
    assertThat(row.conversion()).isEqualTo(figures.conversion());
    assertThat(figures.conversionWeight()).isBetween(20.0, 500.0);
    assertThat(row.conversion().mid())
        .isCloseTo(
            (100 + figures.conversionWeight() * figures.conversionMean())
                / (600 + figures.conversionWeight()),
            within(1e-9));
  }

  private static KeywordTotals totals(String keyword, String brand, String cost) {
    return new KeywordTotals(
        keyword,
        "makeup",
        brand,
        1000L,
        500L,
        50L,
        5L,
        new BigDecimal("500"),
        new BigDecimal(cost),
        "CNY");
  }
}
