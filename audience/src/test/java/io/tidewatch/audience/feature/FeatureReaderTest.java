package io.tidewatch.audience.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.trend.ProductTalk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
  private static final Instant END = Market.END;

  private final FakeBehaviorStore store = new FakeBehaviorStore();
  private List<ProductTalk> talk = List.of();

  @Test
  void interests_areDecayedSumsByHand() {
    store.add("u", ago(1), "click", "tent", "camping");
    store.add("u", ago(15), "click", "tent", "camping");
    store.add("u", ago(31), "order", "bean", "coffee");

    Map<String, Double> row = row("u", null, WordFamilies.ALONE);

    // T is a local midnight: 24 hours before it lie on the last local day, which is day 0
    double clicks = 1 + 0.5;
    assertThat(row.get("category:camping")).isCloseTo(clicks, within(1e-6));
    assertThat(row.get("brand:tent")).isCloseTo(clicks, within(1e-6));
    assertThat(row.get("product:tent.p")).isCloseTo(clicks, within(1e-6));
    assertThat(row.get("category:coffee")).isCloseTo(5 * Math.pow(0.5, 30 / 90.0), within(1e-6));
    assertThat(row.get("hour:night")).isCloseTo(1, within(1e-6));
    assertThat(row.get("season:autumn")).isCloseTo(1, within(1e-6));
  }

  @Test
  void ownFacts_feedNeitherCategoryNorPriceNorSpend() {
    store.order("o", "u", ago(3), "alpha", "alpha.p", "makeup", "10", "CNY");
    store.search("u", ago(3), "小a管 试色", "makeup");
    store.add("u", ago(3), "click", "beta", "makeup");

    Map<String, Double> all = row("u", null, WordFamilies.ALONE);
    Map<String, Double> others = row("u", "alpha", WordFamilies.ALONE);

    assertThat(all.get("category:makeup")).isGreaterThan(5);
    assertThat(others.get("category:makeup")).isCloseTo(Math.pow(0.5, 2 / 14.0), within(1e-6));
    assertThat(others).containsKey("brand:alpha");
    assertThat(all.keySet()).anyMatch(f -> f.startsWith("spend:"));
    assertThat(others.keySet()).noneMatch(f -> f.startsWith("spend:"));
  }

  @Test
  void spellingsOfOneWord_areOneFeature() {
    store.search("u", ago(1), "连衣裙 夏", "makeup");
    store.search("u", ago(1), "夏连衣裙", "makeup");
    WordFamilies families = words -> Map.of("连衣裙 夏", "夏连衣裙");

    Map<String, Double> row = row("u", null, families);

    assertThat(row).doesNotContainKey("keyword:连衣裙 夏");
    assertThat(row.get("keyword:夏连衣裙")).isCloseTo(2 * 1.5, within(1e-6));
  }

  @Test
  void attributes_areThoseToldLastBeforeT_withTheirSource() {
    store.add("u", ago(1), "click", "tent", "camping");
    store.add("v", ago(1), "click", "tent", "camping");
    store.tell("u", ago(40), "city", "上海", "declared");
    store.tell("u", ago(20), "city", "北京", "verified");
    store.tell("u", END, "city", "深圳", "verified");
    store.tell("absent", ago(20), "city", "广州", "inferred");

    assertThat(row("u", null, WordFamilies.ALONE))
        .containsEntry("attribute:verified:city=北京", 1.0)
        .doesNotContainKeys("attribute:declared:city=上海", "attribute:verified:city=深圳");
    assertThat(row("v", null, WordFamilies.ALONE).keySet())
        .noneMatch(f -> f.startsWith("attribute"));
  }

  @Test
  void priceBands_areFifthsOfACategorysPrices_andSpendingIsFifthsOfBuyers() {
    for (int i = 0; i < 10; i++) {
      String user = "u" + i;
      store.order("o" + i, user, ago(2), "brand", "p" + i, "makeup", (i + 1) + "00", "CNY");
    }

    Map<String, Double> cheap = row("u0", null, WordFamilies.ALONE);
    Map<String, Double> dear = row("u9", null, WordFamilies.ALONE);

    assertThat(cheap).containsKeys("price-band:1", "spend:1", "order-value:1", "price-rank:1");
    assertThat(dear).containsKeys("price-band:5", "spend:5", "order-value:5", "price-rank:5");
  }

  @Test
  void talkOfAProduct_becomesInterestOfWhoActsOnIt_butNotOfTheBrandItself() {
    store.add("u", ago(15), "click", "tent", "camping");
    store.add("v", ago(1), "click", "bean", "coffee");
    talk = List.of(new ProductTalk(
        "tent.p", 9, 9, Map.of("quality", 6L), Map.of("price", 6L), Map.of("露营", 4L, "周末", 2L)));

    assertThat(row("u", null, WordFamilies.ALONE))
        .containsEntry("aspect:quality", 0.5)
        .containsEntry("topic:露营", 0.5)
        .doesNotContainKeys("aspect:price", "topic:周末");
    assertThat(row("v", null, WordFamilies.ALONE).keySet())
        .noneMatch(f -> f.startsWith("aspect") || f.startsWith("topic"));
    assertThat(row("u", "tent", WordFamilies.ALONE).keySet())
        .noneMatch(f -> f.startsWith("aspect") || f.startsWith("topic"));
  }

  @Test
  void talkLevels_areFifthsOfACategorysProductsByAuthors() {
    var said = new ArrayList<ProductTalk>();
    for (int i = 0; i < 10; i++) {
      store.order("o" + i, "u" + i, ago(2), "brand", "p" + i, "makeup", "10", "CNY");
      said.add(new ProductTalk("p" + i, 90, i + 1, Map.of(), Map.of(), Map.of()));
    }
    store.order("quiet", "w", ago(2), "brand", "quiet", "makeup", "10", "CNY");
    talk = said;

    assertThat(row("u0", null, WordFamilies.ALONE)).containsKey("social:1");
    assertThat(row("u9", null, WordFamilies.ALONE)).containsKey("social:5");
    assertThat(row("w", null, WordFamilies.ALONE).keySet()).noneMatch(f -> f.startsWith("social"));
  }

  @Test
  void values_areAlwaysFinite_alsoWithForeignAndFreeOrders() {
    store.order("a", "u", ago(2), "brand", "p1", "makeup", "0", "CNY");
    store.order("b", "u", ago(2), "brand", "p2", "makeup", "10", "USD");
    store.order("c", "u", ago(2), "brand", "p3", null, "10", "CNY");

    FeatureMatrix matrix = matrix(facts(), null, WordFamilies.ALONE);

    assertThat(matrix.size()).isPositive();
    for (int entry = 0; entry < matrix.size(); entry++) {
      assertThat(matrix.value(entry)).isFinite().isPositive();
    }
  }

  @Test
  void rows_ofUsersOutsideTheBase_areEmptyButNumberedAlike() {
    store.add("a", ago(200), "order", "tent", "camping");
    store.add("b", ago(1), "click", "tent", "camping");

    UserFacts facts = facts();
    FeatureMatrix matrix = matrix(facts, null, WordFamilies.ALONE);

    assertThat(matrix.users()).isEqualTo(2);
    assertThat(matrix.first(0)).isEqualTo(matrix.end(0));
    assertThat(matrix.end(1)).isGreaterThan(matrix.first(1));
  }

  @Test
  void carriers_areTheUsersAboveTheThreshold() {
    store.add("a", ago(1), "click", "tent", "camping");
    store.add("b", ago(1), "impression", "tent", "camping");
    store.add("c", ago(60), "click", "tent", "camping");

    UserFacts facts = facts();
    FeatureMatrix matrix = matrix(facts, null, WordFamilies.ALONE);
    int camping = column(matrix, "category:camping");

    assertThat(matrix.carriers(camping).toArray()).containsExactly(facts.user("a"));
  }

  @Test
  void columns_ascendWithinARow() {
    for (int i = 0; i < 200; i++) {
      store.add("u" + i % 13, ago(1 + i % 20), "click", "b" + i * 7 % 31, "c" + i * 5 % 11);
    }
    FeatureMatrix matrix = matrix(facts(), null, WordFamilies.ALONE);
    for (int user = 0; user < matrix.users(); user++) {
      for (int entry = matrix.first(user) + 1; entry < matrix.end(user); entry++) {
        assertThat(matrix.column(entry)).isGreaterThan(matrix.column(entry - 1));
      }
    }
  }

  private static int column(FeatureMatrix matrix, String label) {
    for (int column = 0; column < matrix.features(); column++) {
      if (matrix.feature(column).label().equals(label)) {
        return column;
      }
    }
    throw new AssertionError(label);
  }

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }

  private UserFacts facts() {
    return FactPacker.read(store, END, 1000, ZoneId.of("Asia/Shanghai"), "CNY");
  }

  private FeatureMatrix matrix(UserFacts facts, String brand, WordFamilies families) {
    return FeatureReader.read(
        facts,
        facts.active(90),
        brand == null ? null : BrandScope.of(brand, Market.CATALOGUE, facts),
        InterestConfig.DEFAULT,
        UserAttributes.read(store, facts),
        TalkedProducts.of(facts, talk),
        families);
  }

  private Map<String, Double> row(String user, String brand, WordFamilies families) {
    UserFacts facts = facts();
    FeatureMatrix matrix = matrix(facts, brand, families);
    var row = new TreeMap<String, Double>();
    int number = facts.user(user);
    for (int entry = matrix.first(number); entry < matrix.end(number); entry++) {
      row.put(matrix.feature(matrix.column(entry)).label(), (double) matrix.value(entry));
    }
    assertThat(List.copyOf(row.keySet())).doesNotHaveDuplicates();
    return row;
  }
}
