package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WishEvalTest {
  private static WishEval over(Behavior behavior) {
    return new WishEval(new SemanticKeywords(
        behavior,
        Shop.catalogues(),
        PostCaptions.NONE,
        new TopicEmbedder("topics/1"),
        new PlainVectorIndex(3),
        SemanticConfig.DEFAULT,
        () -> Behavior.END));
  }

  @Test
  void evaluate_wishes_givesFiguresOfEverySystem() {
    var report = over(Shop.behavior())
        .evaluate(List.of(
            new WishEval.Case("约会穿什么好看", List.of("法式 茶歇裙")),
            new WishEval.Case("脸很干", List.of("保湿 面霜", "没人搜过")),
            new WishEval.Case("不可能", List.of("没人搜过"))));
    assertThat(report.rows())
        .filteredOn(r -> r.metric().equals("left out"))
        .extracting(WishEval.Row::value)
        .containsExactly(1.0);
    assertThat(report.rows())
        .filteredOn(r -> r.system().equals("tidewatch") && r.metric().equals("recall@10"))
        .isNotEmpty()
        .allMatch(r -> r.value() == 1);
    // neither wish shares a pair of characters with a keyword
    assertThat(report.rows())
        .filteredOn(
            r -> r.system().equals("BM25 of character pairs") && r.metric().equals("MRR"))
        .isNotEmpty()
        .allMatch(r -> r.value() == 0);
    assertThat(report.lost()).isEmpty();
  }

  @Test
  void evaluate_emptyStore_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> over(new Behavior()).evaluate(List.of()))
        .withMessageContaining("the store holds none");
  }

  @Test
  void bm25_rareShorterKeyword_scoresHigher() {
    var baselines = new WishBaselines(List.of("口红", "口红 礼盒 女友", "手机"), 2);
    var scores = baselines.bm25("口红");
    assertThat(scores.keySet()).containsExactlyInAnyOrder("口红", "口红 礼盒 女友");
    assertThat(scores.get("口红")).isGreaterThan(scores.get("口红 礼盒 女友"));
    assertThat(baselines.longestPiece("送礼盒").get("口红 礼盒 女友")).isEqualTo(2);
  }
}
