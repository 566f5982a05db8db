package io.tidewatch.keywords.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountJudgeTest {
  private static final Map<String, Long> CATEGORY = Map.of("alpha", 100L, "beta", 300L);

  private final CountJudge judge = new CountJudge(KeywordConfig.DEFAULT);

  static TableWord word(String keyword, long alpha, long beta) {
    var sides = new TreeMap<String, TableWord.Side>();
    sides.put("alpha", new TableWord.Side(alpha, 0, KeywordLabel.INSUFFICIENT, null, 10.0));
    sides.put("beta", new TableWord.Side(beta, 0, KeywordLabel.INSUFFICIENT, null, null));
    long all = alpha + beta;
    return new TableWord(keyword, "tea", 5 * all, all, all, null, null, 2.0 * all, all, sides);
  }

  @Test
  void sum_spellingsTooSmallAlone_areJudgedTogether() {
    TableWord sum = judge.sum("绿茶", List.of(word("绿茶", 20, 1), word("绿 茶", 15, 0)), CATEGORY);
    assertThat(sum.orders()).isEqualTo(36);
    assertThat(sum.brandOrders("alpha")).isEqualTo(35);
    assertThat(sum.searchers()).isEqualTo(180);
    assertThat(sum.R()).isEqualTo(72);
    assertThat(sum.E()).isBetween(0.0, 0.4);
    assertThat(sum.sides().get("alpha").label()).isEqualTo(KeywordLabel.OWNED);
    assertThat(sum.sides().get("beta").label()).isEqualTo(KeywordLabel.RIVAL_OWNED);
    assertThat(sum.sides().get("alpha").RBrand()).isEqualTo(20);
  }

  @Test
  void expected_asManyOrdersSharedAsTheTruthSays() {
    var truth = new TrueWord(
        "绿茶",
        "tea",
        Set.of("绿茶"),
        "none",
        10,
        0,
        new TreeMap<>(Map.of("alpha", 3.0, "beta", 1.0)),
        new TreeMap<>(),
        Map.of());
    TableWord expected =
        judge.expected(word("绿茶", 10, 30), truth, Map.of("alpha", 1.0, "beta", 1.0), 400);
    assertThat(expected.orders()).isEqualTo(40);
    assertThat(expected.brandOrders("alpha")).isEqualTo(30);
    assertThat(expected.sides().get("alpha").A().mid()).isPositive();
  }

  @Test
  void tooFewBuyers_areInsufficient() {
    var sides = new TreeMap<String, TableWord.Side>();
    sides.put("alpha", new TableWord.Side(40, 0, KeywordLabel.INSUFFICIENT, null, null));
    var word = new TableWord("绿茶", "tea", 40, 40, 5, null, null, null, 0, sides);
    TableWord sum = judge.sum("绿茶", List.of(word), CATEGORY);
    assertThat(sum.sides().get("alpha").label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(sum.E()).isNotNull();
  }

  @Test
  void largestRemainders_sumToTheTotal() {
    assertThat(Rounding.largestRemainders(new TreeMap<>(Map.of("a", 1.0, "b", 1.0, "c", 1.0)), 5))
        .containsExactly(Map.entry("a", 2L), Map.entry("b", 2L), Map.entry("c", 1L));
    assertThat(Rounding.largestRemainders(new TreeMap<>(Map.of("a", 0.0)), 5)).isEmpty();
  }
}
