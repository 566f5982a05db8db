package io.tidewatch.nlp.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.tagger.TaggerModel;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships, on the sample posts and on everyday readings of brand names. */
class ShippedQualityTest {
  private static final Lexicons LEXICONS = Lexicons.shipped();
  private static final FastAnnotator FAST = new FastAnnotator(SeedCatalogue.shipped(), LEXICONS);

  @TempDir
  Path dir;

  @Test
  void sentiment_ofSamplePosts_isNoWorseThanTheLexiconVote() throws Exception {
    EvalReport report = report("posts.jsonl");

    assertThat(value(report, "fast", "accuracy"))
        .isGreaterThan(value(report, "lexicon vote", "accuracy"))
        .isGreaterThan(value(report, "majority", "accuracy"));
    assertThat(value(report, "fast", "forced accuracy"))
        .isGreaterThanOrEqualTo(value(report, "lexicon vote", "forced accuracy"));
  }

  @Test
  void gold_ofTheLookedAtHalf_keepsItsFloors() throws Exception {
    EvalReport names = new AmbiguityEval(FAST, LEXICONS).evaluate(gold("ambiguous.jsonl"), 0);
    EvalReport sentences = new AspectEval(FAST, LEXICONS).evaluate(gold("hard.jsonl"), 0);

    assertThat(value(names, "fast", "ambiguity accuracy, even half")).isGreaterThan(0.94);
    assertThat(value(sentences, "fast", "verdict accuracy, even half"))
        .isGreaterThan(value(sentences, "lexicon vote", "verdict accuracy, even half"));
    assertThat(value(sentences, "fast", "target accuracy, even half"))
        .isGreaterThan(value(sentences, "whole text", "target accuracy, even half"));
  }

  @Test
  void intent_ofGoldAndSamples_beatsTheVoteOfCuesAndTheMajority() throws Exception {
    var eval = new IntentEval(FAST, LEXICONS);
    EvalReport written = eval.evaluate(gold("intent.jsonl"), 0);
    EvalReport samples = eval.evaluate(samples("posts.jsonl"), 0);

    for (EvalReport report : List.of(written, samples)) {
      assertThat(value(report, "fast", "accuracy, odd half"))
          .isGreaterThan(value(report, "cue vote", "accuracy, odd half") + 0.1)
          .isGreaterThan(value(report, "majority", "accuracy, odd half") + 0.2);
    }
    assertThat(value(written, "fast", "macro-F1, odd half")).isGreaterThan(0.8);
  }

  private Path gold(String name) throws Exception {
    Path file = dir.resolve(name);
    try (InputStream in = Lexicons.class.getResourceAsStream("gold/" + name)) {
      Files.copy(in, file);
    }
    return file;
  }

  @Test
  void sentiment_ofSamples_keepsItsFloors() throws Exception {
    assertThat(value(report("posts.jsonl"), "fast", "accuracy")).isGreaterThanOrEqualTo(0.60);
    assertThat(value(report("posts.jsonl"), "fast", "forced accuracy"))
        .isGreaterThanOrEqualTo(0.67);
    assertThat(value(report("reviews.jsonl"), "fast", "forced accuracy"))
        .isGreaterThanOrEqualTo(0.80);
  }

  @ParameterizedTest
  @CsvSource({
    "饭后吃苹果对身体好, ''",
    "婚礼上给公婆敬喜茶收红包, ''",
    "想找到他简直是海底捞月, ''",
    "公园里三只松鼠抢松果吃, ''",
    "三只松鼠抢一颗花生, ''",
    "苹果的屏幕真好, apple",
    "喜茶新品好喝, heytea",
    "从海底捞出来已经十点了, haidilao",
    "海底捞上新了番茄锅, haidilao",
    "三只松鼠的坚果大礼包, three-squirrels",
    "完美日记的口红, perfect-diary",
    "卫衣我穿XS码刚好, ''",
    "XR产业沙龙今天开幕, ''"
  })
  void brandName_inEverydaySense_isNotLinked(String text, String brands) {
    assertThat(String.join(
            "|",
            FAST.annotate(text, Hints.NONE).mentions().stream()
                .map(Mention::brandId)
                .distinct()
                .toList()))
        .isEqualTo(brands);
  }

  @ParameterizedTest
  @CsvSource({
    "iPhone XR的屏幕黑边有点粗, apple.iphone-xr",
    "苹果xs用了三年, apple.iphone-xs",
    "比xr的屏幕好，信号也强, apple.iphone-xr",
    "iPhone XS Max信号一般, apple.iphone-xs-max",
    "iPhoneX还能再战, apple.iphone-x"
  })
  void phone_ofTheTenthGeneration_isLinkedToItsOwnProduct(String text, String product) {
    assertThat(FAST.annotate(text, Hints.NONE).mentions())
        .extracting(Mention::entityId)
        .contains(product)
        .doesNotContain(product.equals("apple.iphone-x") ? "apple.iphone-xs" : "apple.iphone-x");
  }

  private EvalReport report(String samples) throws Exception {
    return new SentimentEval(FAST, LEXICONS).evaluate(samples(samples), 0);
  }

  private Path samples(String samples) throws Exception {
    Path file = dir.resolve(samples);
    try (InputStream in = Lexicons.class.getResourceAsStream("samples/" + samples)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  @Test
  void shopTitle_withNamesOutsideTheCatalogue_givesThemUnlinkedInOrder() {
    var mentions = FAST.annotate("cartelo/卡帝乐 羽绒服男修身保暖外套 华为手表表带", Hints.NONE).mentions();

    assertThat(mentions).extracting(Mention::surface).contains("cartelo", "卡帝乐", "羽绒服", "华为");
    assertThat(mentions).allSatisfy(m -> {
      assertThat(m.entityId() == null).isEqualTo(!m.surface().contains("华为"));
      assertThat(m.entityId() == null).isEqualTo(m.brandId() == null);
    });
    assertThat(mentions)
        .isSortedAccordingTo(Comparator.comparingInt(m -> m.span().start()));
    assertThat(mentions.getFirst().id()).isEqualTo("m1");
    assertThat(mentions.getLast().id()).isEqualTo("m" + mentions.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"昨天买的羽绒服太厚了，我还是喜欢以前那件外套。", "这个手机壳真的不好看，充电器也坏了", "送餐快，服务态度好，味道很不错", "你说这条裤子配什么鞋子好呢？"
      })
  void prose_withProductWords_givesNoMention(String text) {
    assertThat(FAST.annotate(text, Hints.NONE).mentions()).isEmpty();
  }

  @Test
  void mentions_ofSamplePosts_areAlmostAllOfTheCatalogue() throws Exception {
    Path posts = dir.resolve("posts.jsonl");
    try (InputStream in = Lexicons.class.getResourceAsStream("samples/posts.jsonl")) {
      Files.copy(in, posts);
    }

    EvalReport report = new MentionEval(FAST, LEXICONS, TaggerModel.shipped()).evaluate(posts, 0);

    assertThat(value(report, "fast", "names outside the catalogue a text")).isLessThan(0.1);
    assertThat(value(report, "fast", "span F1"))
        .isGreaterThan(value(report, "alias match", "span F1"));
  }

  private static double value(EvalReport report, String system, String metric) {
    return report.rows().stream()
        .filter(r -> r.system().equals(system) && r.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
