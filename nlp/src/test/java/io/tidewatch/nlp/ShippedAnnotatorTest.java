package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences that once went wrong with the catalogue and the models that ship. */
class ShippedAnnotatorTest {
  private static final FastAnnotator ANNOTATOR =
      new FastAnnotator(SeedCatalogue.shipped(), Lexicons.shipped());

  @Test
  void mention_longChineseNameThatMostlyMeansTheBrand_needsNoContext() {
    assertThat(brands("退了退了，完美日记下次图要实拍")).containsExactly("perfect-diary");
    assertThat(brands("回应挺快，完美日记态度还行")).containsExactly("perfect-diary");
    assertThat(brands("写完美日记的第三天")).isEmpty();
    assertThat(brands("中国女子4x200自由泳接力夺金")).isEmpty();
  }

  @Test
  void terms_piecesOfLinkedNames_areLeftOut() {
    assertThat(annotate("退了退了，完美日记下次图要实拍").terms()).doesNotContain("完美", "日记").isNotEmpty();
  }

  private static Annotation annotate(String text) {
    return ANNOTATOR.annotate(text, Hints.NONE);
  }

  private static List<String> brands(String text) {
    return annotate(text).mentions().stream()
        .filter(m -> m.entityId() != null)
        .map(m -> m.entityId())
        .toList();
  }
}
