package io.tidewatch.keywords.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two brands, three words with hand-made counts and truths. */
class MarketTrialTest {
  private static final TreeMap<String, Double> CATEGORY =
      new TreeMap<>(Map.of("alpha", 200.0, "beta", 200.0));
  private static final TreeMap<String, Long> COUNTED =
      new TreeMap<>(Map.of("alpha", 200L, "beta", 200L));

  private final CountJudge judge = new CountJudge(KeywordConfig.DEFAULT);

  private JudgedWord judged(
      String keyword, long alpha, long beta, double trueAlpha, Map<String, String> labels) {
    TableWord word =
        judge.sum(keyword, List.of(CountJudgeTest.word(keyword, alpha, beta)), COUNTED);
    var truth = new TrueWord(
        keyword,
        "tea",
        Set.of(keyword),
        "none",
        100,
        0,
        new TreeMap<>(Map.of("alpha", 100 * trueAlpha, "beta", 100 * (1 - trueAlpha))),
        new TreeMap<>(Map.of("alpha", 100.0 * keyword.length())),
        labels);
    return new JudgedWord(
        word, truth, judge.expected(word, truth, CATEGORY, 400), CATEGORY, COUNTED);
  }

  private List<JudgedWord> words() {
    return List.of(
        judged("阿尔法茶", 95, 5, 0.9, Map.of("alpha", "OWNED", "beta", "RIVAL_OWNED")),
        judged("红茶", 52, 48, 0.5, Map.of("alpha", "OPEN_NEUTRAL")),
        judged("贝塔的茶", 30, 70, 0.55, Map.of()));
  }

  private static double value(List<Figure> figures, String system, String metric) {
    return figures.stream()
        .filter(f -> f.system().equals(system) && f.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new AssertionError(system + " " + metric + " in " + figures))
        .value();
  }

  @Test
  void ownership_errorAndOrderOfE() {
    List<Figure> figures = MarketTrial.figures(words());
    assertThat(value(figures, "tidewatch", "openness, Spearman")).isEqualTo(1);
    assertThat(value(figures, "oracle", "E absolute error"))
        .isLessThan(value(figures, "tidewatch", "E absolute error"));
    double truth = -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)) / Math.log(2);
    double plugIn = -(0.95 * Math.log(0.95) + 0.05 * Math.log(0.05)) / Math.log(2);
    List<Figure> one = MarketTrial.figures(words().subList(0, 1));
    assertThat(value(one, "plug-in entropy", "E bias, 60 to 119 orders"))
        .isCloseTo(plugIn - truth, within(1e-9));
  }

  @Test
  void labels_againstBothTruths() {
    List<Figure> figures = MarketTrial.figures(words());
    assertThat(value(figures, "tidewatch", "OWNED precision")).isEqualTo(0.5);
    assertThat(value(figures, "tidewatch", "planted OWNED found")).isEqualTo(1);
    assertThat(value(figures, "tidewatch", "planted OPEN_NEUTRAL found")).isEqualTo(1);
    assertThat(LabelTrial.limit(words().getLast(), "beta")).isEqualTo(KeywordLabel.RIVAL_OWNED);
  }

  @Test
  void calibration_countsTrueValuesInsideTheBounds() {
    List<Figure> figures = MarketTrial.figures(words());
    // of the third word both brands' true shares lie outside of what 100 orders allow
    assertThat(value(figures, "tidewatch", "A inside its bounds (0.90 due), judged words"))
        .isBetween(0.5, 1.0);
    assertThat(value(figures, "tidewatch", "share at least o_b (0.95 due), all brands"))
        .isBetween(0.5, 1.0);
  }

  @Test
  void value_orderByR() {
    var words = new ArrayList<>(words());
    List<Figure> figures = MarketTrial.values(words);
    assertThat(value(figures, "oracle", "value, Spearman")).isEqualTo(1);
    assertThat(value(figures, "orders", "value, Spearman")).isBetween(-1.0, 1.0);
  }

  @Test
  void losing_saysWhatIsWrongAndWhy() {
    List<LostWord> lost = MarketTrial.losing("market", words(), 4);
    assertThat(lost).isNotEmpty();
    assertThat(lost).anySatisfy(l -> {
      assertThat(l.what()).isEqualTo("label of beta");
      assertThat(l.said()).isEqualTo("OWNED");
    });
    assertThat(MarketTrial.losing("market", words(), 0)).isEmpty();
  }

  @Test
  void nothing_hasNoFigures() {
    assertThat(MarketTrial.figures(List.of())).isEmpty();
    assertThat(MarketTrial.values(List.of())).isEmpty();
  }
}
