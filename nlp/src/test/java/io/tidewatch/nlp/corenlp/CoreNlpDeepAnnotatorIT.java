package io.tidewatch.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreNlpDeepAnnotatorIT {
  private static final FastAnnotator FAST = Fixtures.annotator();
  private static CoreNlpDeepAnnotator deep;

  @BeforeAll
  static void load() {
    Path models = models();
    boolean ready = DeepModels.status(models).ready();
    if (!ready) {
      System.out.println("Deep lane tests skipped: no models in "
          + models
          + " (set TIDEWATCH_MODELS_DIR or run `tidewatch models fetch`)");
    }
    assumeTrue(ready, "models are required");
    deep = annotator(models, DeepPipeline.HANLP_WORDS);
  }

  private static Path models() {
    String given =
        System.getProperty("TIDEWATCH_MODELS_DIR", System.getenv("TIDEWATCH_MODELS_DIR"));
    return given != null
        ? Path.of(given)
        : Path.of(System.getProperty("user.home"), ".cache", "tidewatch", "models");
  }

  @ParameterizedTest
  @CsvSource({
    "奥利奥比蒙牛好吃, POSITIVE, NEGATIVE",
    "奥利奥没有蒙牛好吃, NEGATIVE, POSITIVE",
    "我觉得奥利奥比蒙牛好, POSITIVE, NEGATIVE",
    "奥利奥的味道比蒙牛差, NEGATIVE, POSITIVE",
    "奥利奥不如蒙牛, NEGATIVE, POSITIVE",
    "比起奥利奥我更喜欢蒙牛, NEGATIVE, POSITIVE",
    "奥利奥很好吃但是蒙牛太差, POSITIVE, NEGATIVE"
  })
  void sentence_ofTwoNames_isDecidedBySyntax(String text, Polarity first, Polarity second) {
    Annotation refined = deep.refine(text, FAST.annotate(text, Hints.NONE));

    assertThat(refined.lane()).isEqualTo(Lane.DEEP);
    assertThat(refined.mentions()).extracting(Mention::polarity).containsExactly(first, second);
  }

  @Test
  void aspect_inAComparison_belongsToItsSubject() {
    String text = "比起蒙牛，奥利奥的味道更好";
    Annotation refined = deep.refine(text, FAST.annotate(text, Hints.NONE));

    assertThat(refined.aspects()).singleElement().satisfies(a -> {
      assertThat(a.aspect()).isEqualTo("taste");
      assertThat(a.target()).isEqualTo("m2");
    });
  }

  @Test
  void text_withoutNames_keepsItsAnnotation() {
    Annotation fast = FAST.annotate("今天真好", Hints.NONE);
    Annotation refined = deep.refine("今天真好", fast);

    assertThat(refined.mentions()).isEqualTo(fast.mentions());
    assertThat(refined.sentiment()).isEqualTo(fast.sentiment());
  }

  @Test
  void oddTexts_areRefinedWithoutError() {
    for (String text :
        new String[] {"", "\uE000华为比小米好", "比", "华为\u0000好😭", "华为比小米手机好".repeat(400)}) {
      assertThat(deep.refine(text, FAST.annotate(text, Hints.NONE)).lane()).isEqualTo(Lane.DEEP);
    }
  }

  @Test
  void missingModels_areNamed(@TempDir Path empty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> annotator(empty, DeepPipeline.HANLP_WORDS))
        .withMessageContaining("UD_Chinese.gz");
  }

  @Test
  void text_beyondTheTimeLimit_isLeftToTheFastLane() {
    var ticks = new AtomicLong();
    var slow = new CoreNlpDeepAnnotator(
        models(),
        Fixtures.lexicons(),
        DeepPipeline.HANLP_WORDS,
        Duration.ofNanos(15),
        () -> ticks.addAndGet(10));
    String text = "华为比小米好用。小米比华为好用。";
    Annotation fast = FAST.annotate(text, Hints.NONE);

    Annotation left = slow.refine(text, fast);

    assertThat(left.laneReason()).isEqualTo(CoreNlpDeepAnnotator.TIME_LIMIT);
    assertThat(left.lane()).isEqualTo(Lane.FAST);
    assertThat(left.mentions()).isEqualTo(fast.mentions());
  }

  @Test
  void fullPipeline_cutsItsOwnWordsAndNamesOrganisations() {
    Path models = models();
    assumeTrue(
        DeepModels.status(models, DeepPipeline.CORENLP).ready(),
        "models of the full pipeline are required: `tidewatch models fetch --pipeline corenlp`");
    CoreNlpDeepAnnotator full = annotator(models, DeepPipeline.CORENLP);
    String text = "华为公司比中国移动通信集团公司好用";

    Annotation refined = full.refine(text, FAST.annotate(text, Hints.NONE));

    assertThat(refined.lane()).isEqualTo(Lane.DEEP);
    assertThat(refined.mentions())
        .filteredOn(m -> m.entityId() == null)
        .allSatisfy(m -> assertThat(m.surface())
            .isEqualTo(text.substring(m.span().start(), m.span().end())))
        .extracting(Mention::surface)
        .anyMatch(surface -> surface.contains("中国移动"));
  }

  private static CoreNlpDeepAnnotator annotator(Path models, DeepPipeline pipeline) {
    return new CoreNlpDeepAnnotator(
        models, Fixtures.lexicons(), pipeline, Duration.ofMinutes(1), System::nanoTime);
  }
}
