package io.tidewatch.nlp.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.train.LabelledText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {
  private static final FastAnnotator FAST = Fixtures.annotator();

  @TempDir
  Path dir;

  @Test
  void sentiment_ofLabelledLines_standsBesideBaselines() throws Exception {
    Path file =
        Files.writeString(dir.resolve("a.tsv"), "1\t很好用，喜欢\n1\t质量很好推荐\n0\t太差了，垃圾\n0\t我很喜欢好用推荐\n");

    EvalReport report = new SentimentEval(FAST, Fixtures.lexicons()).evaluate(file, 5);

    assertThat(value(report, "fast", "accuracy")).isEqualTo(0.75);
    assertThat(value(report, "majority", "accuracy")).isEqualTo(0.5);
    assertThat(value(report, "lexicon vote", "accuracy")).isEqualTo(0.75);
    assertThat(report.losing()).singleElement().satisfies(l -> {
      assertThat(l.text()).isEqualTo("我很喜欢好用推荐");
      assertThat(l.expected()).isEqualTo("negative");
    });
  }

  @Test
  void sentiment_withTraining_standsBesideTrainedBaselines() throws Exception {
    var random = new SplittableRandom(7);
    var train = new ArrayList<LabelledText>();
    for (int i = 0; i < 200; i++) {
      boolean positive = i % 2 == 0;
      String filler = random
          .ints(30, '一', '一' + 2000)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
      train.add(new LabelledText("made", filler + (positive ? "颜色漂亮" : "还掉漆"), positive));
    }
    train.add(new LabelledText("made", "颜色漂亮，爸妈也说结实耐用又好看", false));
    Path file = Files.writeString(
        dir.resolve("e.tsv"), "1\t颜色漂亮，爸妈也说结实耐用又好看\n0\t难看，掉漆[泪]\n1\t颜色漂亮\n0\t还掉漆\n");

    var training = SentimentTraining.of(
        train, SentimentEval.read(file), Fixtures.catalogue(), Fixtures.lexicons(), 1);
    var fast = new FastAnnotator(Fixtures.catalogue(), Fixtures.lexicons(), training.model());
    EvalReport report =
        new SentimentEval(fast, Fixtures.lexicons(), training.baselines()).evaluate(file, 0);

    assertThat(training.dropped()).isEqualTo(1);
    assertThat(training.used()).isEqualTo(200);
    for (String system : List.of(
        "fast",
        "fast, emoticons stripped",
        "HanLP naive Bayes",
        "n-gram logistic regression",
        "n-gram logistic regression, emoticons stripped")) {
      assertThat(value(report, system, "accuracy")).as(system).isEqualTo(1.0);
      assertThat(value(report, system, "macro-F1")).as(system).isEqualTo(1.0);
    }
    assertThat(value(report, "fast", "calibration error")).isBetween(0.0, 0.5);
  }

  @Test
  void calibration_ofAnswersAsSureAsTheyAreRight_isZero() {
    var right = new Calibration();
    var proud = new Calibration();
    for (int i = 0; i < 4; i++) {
      right.add(0.75, i < 3);
      proud.add(1, i < 3);
    }

    assertThat(right.error()).isZero();
    assertThat(proud.error()).isEqualTo(0.25);
    assertThat(new Calibration().error()).isZero();
  }

  @Test
  void files_withoutLabels_areRefused() throws Exception {
    Path empty = Files.writeString(dir.resolve("empty.tsv"), "");
    Path wrong = Files.writeString(dir.resolve("wrong.csv"), "label,review\n1,好\ngood,很好\n");
    var eval = new SentimentEval(FAST, Fixtures.lexicons());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> eval.evaluate(empty, 0))
        .withMessageContaining("data")
        .withMessageContaining("label<TAB>text")
        .withMessageContaining("empty.tsv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> eval.evaluate(dir.resolve("absent.tsv"), 0))
        .withMessageContaining("readable")
        .withMessageContaining("absent.tsv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> eval.evaluate(wrong, 0))
        .withMessageContaining("label")
        .withMessageContaining("\"good\"")
        .withMessageContaining("wrong");
  }

  @Test
  void domains_ofLabelledTexts_standBesideTheirLabels() {
    var tally = new DomainTally();
    tally.add("fruit", true, true);
    tally.add("fruit", true, false);
    assertThat(tally.rows("sentiment")).isEmpty();

    tally.add("books", false, false);

    assertThat(tally.rows("sentiment"))
        .containsExactly(
            new EvalRow("sentiment", "books", "labels", "positive", 0, 1),
            new EvalRow("sentiment", "books", "fast", "positive", 0, 1),
            new EvalRow("sentiment", "books", "fast", "accuracy", 1, 1),
            new EvalRow("sentiment", "fruit", "labels", "positive", 1, 2),
            new EvalRow("sentiment", "fruit", "fast", "positive", 0.5, 2),
            new EvalRow("sentiment", "fruit", "fast", "accuracy", 0.5, 2));
  }

  @Test
  void mentions_ofTaggedCharacters_areScoredBySpan() throws Exception {
    Path file = Files.writeString(
        dir.resolve("b.txt"),
        "买\tO\n华\tB-HPPX\n为\tI-HPPX\n\n小\tO\n米\tO\n养\tO\n胃\tO\n\n蒙\tB-brand\n羊\tI-brand\n");

    EvalReport report =
        new MentionEval(FAST, Fixtures.lexicons(), TaggerModel.shipped()).evaluate(file, 5);

    assertThat(value(report, "fast", "brand precision")).isEqualTo(1.0);
    assertThat(value(report, "fast", "brand recall")).isEqualTo(0.5);
    assertThat(value(report, "alias match", "brand precision")).isEqualTo(0.5);
    assertThat(report.losing()).hasSize(1);
  }

  @Test
  void aspects_ofTargets_standBesideTheWholeText() throws Exception {
    Path file = Files.writeString(
        dir.resolve("c.jsonl"),
        "{\"text\":\"屏幕很好，味道太差\",\"targets\":[{\"start\":0,\"end\":2,\"polarity\":\"positive\"},"
            + "{\"start\":5,\"end\":7,\"polarity\":\"negative\"}]}\n");

    EvalReport report = new AspectEval(FAST, Fixtures.lexicons()).evaluate(file, 5);

    assertThat(value(report, "fast", "forced accuracy")).isEqualTo(1.0);
    assertThat(value(report, "whole text", "forced accuracy")).isEqualTo(0.5);
  }

  @Test
  void gold_ofSamples_isScored() throws Exception {
    Path file = Files.writeString(
        dir.resolve("d.jsonl"),
        "{\"text\":\"华为的续航很好\",\"gold\":{\"sentiment\":\"positive\",\"intent\":\"review\",\"mentions\":"
            + "[{\"surface\":\"华为\",\"nth\":1,\"kind\":\"brand\",\"entity\":\"华为\",\"polarity\":"
            + "\"positive\"}],\"aspects\":[{\"surface\":\"续航\",\"nth\":1,\"aspect\":\"battery\","
            + "\"polarity\":\"positive\"}]}}\n{\"text\":\"不算\"}\n");

    assertThat(value(
            new AspectEval(FAST, Fixtures.lexicons()).evaluate(file, 0),
            "fast",
            "aspect and polarity F1"))
        .isEqualTo(1.0);
    EvalReport mentions =
        new MentionEval(FAST, Fixtures.lexicons(), TaggerModel.shipped()).evaluate(file, 0);
    assertThat(value(mentions, "fast", "span F1")).isEqualTo(1.0);
    assertThat(value(mentions, "fast", "polarity accuracy")).isEqualTo(1.0);
  }

  @Test
  void nearestOpinionWord_standsBesideTargets() throws Exception {
    Path file = Files.writeString(
        dir.resolve("n.jsonl"),
        "{\"text\":\"屏幕很好，味道太差\",\"targets\":[{\"start\":0,\"end\":2,\"polarity\":\"positive\"},"
            + "{\"start\":5,\"end\":7,\"polarity\":\"positive\"}]}\n");

    assertThat(value(
            new AspectEval(FAST, Fixtures.lexicons()).evaluate(file, 0),
            "nearest opinion word",
            "forced accuracy"))
        .isEqualTo(0.5);
  }

  @Test
  void published_ofAKnownSet_isMarkedAndCountsNothing() {
    assertThat(Published.rows("sentiment", Path.of("reviews-chnsenticorp-split", "test.tsv")))
        .hasSize(3)
        .allSatisfy(r -> {
          assertThat(r.system()).startsWith("published ");
          assertThat(r.n()).isZero();
        });
    assertThat(Published.rows("mentions", Path.of("reviews-chnsenticorp-split", "test.tsv")))
        .isEmpty();
  }

  @Test
  void intents_areScoredByHalf_besideTheVoteOfCues() throws Exception {
    Path file = Files.writeString(
        dir.resolve("g.jsonl"),
        "{\"text\":\"蒙牛和奥利奥哪个好\",\"intent\":\"question\"}\n"
            + "{\"text\":\"想买华为\",\"intent\":\"purchase-intention\"}\n"
            + "{\"text\":\"华为的续航很好\",\"intent\":\"complaint\"}\n");

    EvalReport report = new IntentEval(FAST, Fixtures.lexicons()).evaluate(file, 5);

    assertThat(value(report, "fast", "accuracy")).isEqualTo(2 / 3.0);
    assertThat(value(report, "cue vote", "accuracy")).isEqualTo(2 / 3.0);
    assertThat(value(report, "majority", "accuracy")).isEqualTo(1 / 3.0);
    assertThat(value(report, "fast", "F1, complaint")).isZero();
    assertThat(report.losing()).allSatisfy(l -> assertThat(Half.of(l.text())).isEqualTo(Half.EVEN));
  }

  @Test
  void intents_fileWithoutThem_isRefused() throws Exception {
    Path file = Files.writeString(dir.resolve("h.jsonl"), "{\"text\":\"想买华为\"}\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IntentEval(FAST, Fixtures.lexicons()).evaluate(file, 5))
        .withMessageContaining("h.jsonl");
  }

  @Test
  void sentences_ofAKind_areJudgedWholeAndByTarget() throws Exception {
    Path file = Files.writeString(
        dir.resolve("e.jsonl"),
        "{\"text\":\"屏幕很好，太喜欢\",\"kind\":\"slang\",\"sentiment\":\"positive\",\"targets\":"
            + "[{\"start\":0,\"end\":2,\"polarity\":\"positive\"}]}\n"
            + "{\"text\":\"味道太差，垃圾\",\"kind\":\"slang\",\"sentiment\":\"positive\",\"targets\":"
            + "[{\"start\":0,\"end\":2,\"polarity\":\"negative\"}]}\n");

    EvalReport report = new AspectEval(FAST, Fixtures.lexicons()).evaluate(file, 5);

    assertThat(value(report, "fast", "verdict accuracy")).isEqualTo(0.5);
    assertThat(value(report, "lexicon vote", "verdict accuracy, slang")).isEqualTo(0.5);
    assertThat(value(report, "fast", "forced target accuracy")).isEqualTo(1.0);
    assertThat(report.losing()).allSatisfy(l -> assertThat(Half.of(l.text())).isEqualTo(Half.EVEN));
  }

  @Test
  void ambiguity_ofAliases_standsBesideLinkingAlwaysAndNever() throws Exception {
    Path file = Files.writeString(
        dir.resolve("f.jsonl"),
        "{\"text\":\"小米手机发布\",\"alias\":\"小米\",\"nth\":1,\"entity\":\"xiaomi\"}\n"
            + "{\"text\":\"小米粥养胃\",\"alias\":\"小米\",\"nth\":1,\"entity\":null}\n"
            + "{\"text\":\"小米的小米饭养胃\",\"alias\":\"小米\",\"nth\":2,\"entity\":null}\n");

    assertThat(AmbiguityEval.holds(file)).isTrue();
    EvalReport report = new AmbiguityEval(FAST, Fixtures.lexicons()).evaluate(file, 5);

    assertThat(value(report, "fast", "ambiguity accuracy")).isEqualTo(1.0);
    assertThat(value(report, "fast", "ambiguity accuracy, 小米")).isEqualTo(1.0);
    assertThat(value(report, "always link", "ambiguity accuracy")).isEqualTo(1 / 3.0);
    assertThat(value(report, "never link", "ambiguity accuracy")).isEqualTo(2 / 3.0);
  }

  private static double value(EvalReport report, String system, String metric) {
    return report.rows().stream()
        .filter(r -> r.system().equals(system) && r.metric().equals(metric))
        .mapToDouble(EvalRow::value)
        .findFirst()
        .orElseThrow();
  }
}
