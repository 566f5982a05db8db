package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordComparison;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.answer.SourceRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.keyword.KeywordStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeywordSourcesTest {
  private final FakeBehaviorStore store = Market.store();
  private final List<KeywordCandidate> talk = new ArrayList<>();
  private final KeywordDesk desk = new KeywordDesk(
      store,
      store,
      Market.catalogues(),
      KeywordConfig.DEFAULT,
      Market.families(),
      new KeywordCandidates() {
        @Override
        public Set<String> sources() {
          return Set.of("talk", "semantic");
        }

        @Override
        public List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf) {
          return talk.stream().filter(c -> sources.contains(c.source())).toList();
        }
      },
      null,
      InstantSource.system());

  private List<KeywordRow> rows(String seed, String... sources) {
    return desk.recommend(query(seed, sources));
  }

  private static KeywordQuery query(String seed, String... sources) {
    return new KeywordQuery(
        "alpha", null, seed, Set.of(sources), 100, Span.NEWEST, null, Locale.ENGLISH);
  }

  private static KeywordRow of(List<KeywordRow> rows, String keyword) {
    return rows.stream().filter(r -> r.keyword().equals(keyword)).findFirst().orElseThrow();
  }

  private void together(String one, String other, int users) {
    Instant at = Market.END.minus(Duration.ofDays(2));
    for (int i = 0; i < users; i++) {
      store.search("t" + one + i, at, one, "makeup");
      store.search("t" + one + i, at.plusSeconds(60), other, "phone");
    }
  }

  @Test
  void coSearch_wordOfTheSameSearchers_comesWithTheirNumber() {
    together("口红", "自拍手机", 8);

    KeywordRow row = of(rows("口红", "co-search"), "自拍手机");

    assertThat(row.sources())
        .containsExactly(new KeywordRow.Source("co-search", "口红", Map.of("users", 8L), List.of()));
    assertThat(row.reasons())
        .contains(new Reason("co-search", "8 searchers of \"口红\" searched it too"));
    assertThat(rows("口红", "category")).extracting(KeywordRow::keyword).doesNotContain("自拍手机");
  }

  @Test
  void coSearch_fewUsersOrARobot_saysNothing() {
    together("口红", "自拍手机", 4);
    for (int i = 0; i < 60; i++) {
      store.search("robot", Market.END.minus(Duration.ofDays(1)), "词" + i, "phone");
    }

    assertThat(rows("口红", "co-search")).isEmpty();
  }

  @Test
  void coClick_wordsOfTheSameProducts_findEachOther() {
    for (String word : List.of("约会穿什么", "连衣裙")) {
      store.positions.add(
          new FakeBehaviorStore.Place(word, "makeup", "beta", "dress", 1, 100, 0, 40));
      store.search("c" + word, Market.END.minus(Duration.ofDays(1)), word, "makeup");
    }

    KeywordRow row = of(rows("约会穿什么", "co-click"), "连衣裙");

    assertThat(row.sources().getFirst().counts()).containsEntry("products", 1L);
  }

  @Test
  void orderPath_wordsBeforeAnOrder_countItsBuyers() {
    KeywordRow row = of(rows(null, "order-path"), "口红");

    assertThat(row.sources().getFirst().counts()).containsEntry("buyers", 40L);
    assertThat(rows(null, "order-path")).extracting(KeywordRow::keyword).doesNotContain("腮红");
  }

  @Test
  void catalogueAndCompetitor_namesInWords_sayWhose() {
    assertThat(of(rows(null, "catalogue"), "阿尔法口红").sources())
        .extracting(KeywordRow.Source::source)
        .containsExactly("catalogue");
    assertThat(of(rows(null, "competitor"), "贝塔粉底液").sources().getFirst().with())
        .isEqualTo("beta");
  }

  @Test
  void talk_wordThatNobodySearches_isARowThatSaysSo() {
    talk.add(new KeywordCandidate("早八妆", "talk", "", Map.of("authors", 31L), List.of("weibo/1")));

    KeywordRow row = of(rows(null, "talk", "category"), "早八妆");

    assertThat(row.label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(row.counts().searchers()).isZero();
    assertThat(row.sources().getFirst().counts()).containsEntry("authors", 31L);
    assertThat(row.sources().getFirst().evidence()).containsExactly("weibo/1");
    assertThat(rows(null)).extracting(KeywordRow::keyword).doesNotContain("早八妆");
    assertThat(rows(null, "all")).extracting(KeywordRow::keyword).contains("早八妆", "口红");
  }

  @Test
  void semantic_wishThatNobodySearched_findsWordsWithoutBeingAsked() {
    talk.add(
        new KeywordCandidate("口红", "semantic", "约会想美美的", Map.of("meaningPercent", 71L), List.of()));

    KeywordRow row = of(rows("约会想美美的"), "口红");

    assertThat(row.sources()).extracting(KeywordRow.Source::source).contains("semantic");
    assertThat(row.reasons())
        .contains(
            new Reason("semantic", "Near \"约会想美美的\" in meaning (71 %), ranked again by clicks"));
    assertThat(rows("眼影").stream().flatMap(r -> r.sources().stream()))
        .extracting(KeywordRow.Source::source)
        .doesNotContain("semantic");
  }

  @Test
  void orderPathAndNames_withASeed_keepOnlyWhatIsNearIt() {
    assertThat(rows("口红", "order-path")).extracting(KeywordRow::keyword).contains("口红", "阿尔法口红");
    assertThat(rows("拍照手机", "order-path", "competitor")).isEmpty();
    assertThat(rows("贝塔粉底液", "competitor")).extracting(KeywordRow::keyword).contains("贝塔粉底液");
  }

  @Test
  void recommend_forAProduct_asksForItsBrandNearItsName() {
    List<KeywordRow> rows = desk.recommend(new KeywordQuery(
        null, null, "alpha.p", null, Set.of(), 100, Span.NEWEST, null, Locale.ENGLISH));

    assertThat(rows).extracting(KeywordRow::brandId).containsOnly("alpha");
    assertThat(rows).extracting(KeywordRow::keyword).contains("阿尔法口红", "口红");
    assertThat(of(rows, "阿尔法口红").sources())
        .extracting(KeywordRow.Source::source)
        .contains("category", "catalogue", "order-path");
    assertThat(of(rows, "阿尔法口红").label()).isEqualTo(KeywordLabel.OWNED);
  }

  @Test
  void recommend_forACategoryOrASeed_leavesOutWhatConcernsABrand() {
    var category =
        new KeywordQuery(null, "makeup", null, Set.of(), 100, Span.NEWEST, null, Locale.ENGLISH);
    var seed = new KeywordQuery(null, null, "口红", Set.of(), 100, Span.NEWEST, null, Locale.ENGLISH);

    List<KeywordRow> rows = desk.recommend(category);
    assertThat(rows).extracting(KeywordRow::label).containsOnlyNulls();
    assertThat(rows.getFirst().keyword()).isEqualTo("粉底液");
    assertThat(of(rows, "贝塔粉底液").sources())
        .extracting(KeywordRow.Source::source)
        .contains("catalogue");
    assertThat(desk.recommend(seed)).extracting(KeywordRow::keyword).contains("阿尔法口红");
    assertThatThrownBy(() -> desk.plan(seed, 10)).hasMessageContaining("brand");
    assertThatThrownBy(() ->
            new KeywordQuery(null, null, null, Set.of(), 100, Span.NEWEST, null, Locale.ENGLISH))
        .hasMessage("brand: a brand, category, product or seed is required, got none");
    assertThatThrownBy(() -> desk.recommend(new KeywordQuery(
            null, null, "moon", null, Set.of(), 5, Span.NEWEST, null, Locale.ENGLISH)))
        .hasMessage("product: an id of the catalogue is required, got moon");
  }

  @Test
  void sources_eachLeftOut_loseWhatOnlyTheyFind() {
    talk.add(new KeywordCandidate("早八妆", "talk", "", Map.of("mentions", 31L), List.of()));

    Map<String, SourceRow> report = new HashMap<>();
    desk.sources(query(null, "category", "order-path", "competitor", "talk", "semantic"))
        .forEach(row -> report.put(row.source(), row));

    assertThat(report).hasSize(5);
    SourceRow found = report.get("talk");
    assertThat(found.words()).isEqualTo(1);
    assertThat(found.only()).isEqualTo(1);
    assertThat(found.sufficient()).isZero();
    assertThat(found.lostRows()).isEqualTo(1);
    assertThat(found.examples()).containsExactly("早八妆");
    assertThat(report.get("order-path").only()).isZero();
    assertThat(report.get("order-path").words()).isPositive();
    assertThat(report.get("category").only()).isPositive();
    assertThat(report.get("semantic").note()).isEqualTo("not enough data");
    assertThat(desk.sources(new KeywordQuery(
            null, "makeup", null, Set.of("order-path"), 9, Span.NEWEST, null, Locale.ENGLISH)))
        .singleElement()
        .extracting(SourceRow::note)
        .isEqualTo("it needs a brand");
  }

  @Test
  void sources_unknownName_isRefused() {
    assertThatThrownBy(() -> rows(null, "stars"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sources: all or some of category, ")
        .hasMessageContaining("got stars");
  }

  @Test
  void plan_underABudget_takesWordsWithCostAndNamesWhatIsMissing() {
    store.spend.add(new KeywordSpend("口红", "alpha", "CNY", 5000, 500, new BigDecimal("1000")));
    store.spend.add(new KeywordSpend("眼影", "alpha", "CNY", 5000, 500, new BigDecimal("50")));

    List<KeywordRow> rows = desk.plan(query(null), 121);

    // 口红: 600 searchers · 10 % · 2 = 120; 眼影: 480 · 10 % · 0.1 = 4.8
    List<KeywordRow> chosen = rows.stream().filter(r -> r.plan() != null).toList();
    assertThat(chosen.stream().mapToDouble(r -> r.plan().cost()).sum()).isLessThanOrEqualTo(121);
    assertThat(chosen).extracting(KeywordRow::keyword).hasSize(1);
    assertThat(desk.plan(query(null), 200).stream().filter(r -> r.plan() != null))
        .extracting(KeywordRow::keyword)
        .containsExactlyInAnyOrder("口红", "眼影");
    assertThat(of(rows, "粉底液").reasons()).extracting(Reason::code).contains("no-cost-per-click");
    assertThatThrownBy(() -> desk.plan(query(null), 0)).hasMessageContaining("budget");
  }

  @Test
  void negatives_clicksWithoutOrders_areProvenByTheirCost() {
    var day = LocalDate.parse("2025-11-10");
    store.events.add(new FakeBehaviorStore.Event("腮红", "makeup", "alpha", day, "click", 80));
    store.events.add(new FakeBehaviorStore.Event("口红", "makeup", "alpha", day, "click", 80));

    assertThat(desk.negatives(query(null))).extracting(KeywordRow::keyword).containsExactly("腮红");
    assertThat(desk.negatives(query(null)).getFirst().reasons())
        .extracting(Reason::code)
        .contains("negative-unproven");

    store.spend.add(new KeywordSpend("腮红", "alpha", "CNY", 9000, 400, new BigDecimal("4000")));

    assertThat(desk.negatives(query(null)).getFirst().reasons())
        .extracting(Reason::code)
        .contains("negative");
  }

  @Test
  void gaps_wordsOfRivals_comeByWhatTheBrandMisses() {
    List<KeywordRow> rows = desk.gaps(query(null), Set.of());

    assertThat(rows).extracting(KeywordRow::keyword).containsExactly("粉底液", "贝塔粉底液");
    assertThat(rows.getFirst().gap().missedRevenue())
        .isGreaterThan(rows.getLast().gap().missedRevenue());
    assertThat(rows.getFirst().gap().rivals())
        .extracting(KeywordRow.Owner::brandId)
        .containsExactly("beta", "delta", "gamma");
    assertThat(desk.gaps(query(null), Set.of("gamma")))
        .extracting(KeywordRow::keyword)
        .containsExactly("粉底液");
  }

  @Test
  void compare_twoBrands_putsThemSideBySide() {
    List<KeywordComparison> rows = desk.compare(List.of("alpha", "beta"), null, 10, Span.NEWEST);
    KeywordComparison first =
        rows.stream().filter(r -> r.keyword().equals("口红")).findFirst().orElseThrow();

    assertThat(first.leader()).isEqualTo("alpha");
    assertThat(first.brands()).extracting(KeywordComparison.Side::orders).containsExactly(40L, 20L);
    assertThat(first.brands().getFirst().share()).isEqualTo(0.4);
    assertThatThrownBy(() -> desk.compare(List.of("alpha"), null, 10, Span.NEWEST))
        .hasMessageContaining("of: 2 to 10 brands");
  }

  @Test
  void window_ofSevenDays_countsLess() {
    KeywordRow month = desk.show("口红", "alpha", Locale.ENGLISH).getFirst();
    KeywordRow week =
        desk.show("口红", "alpha", new Span(null, 7), null, Locale.ENGLISH).getFirst();

    assertThat(week.counts().searchers()).isLessThan(month.counts().searchers());
    assertThat(week.asOf()).isEqualTo(month.asOf());
    assertThatThrownBy(() -> new Span(null, 400)).hasMessageContaining("window");
  }
}
