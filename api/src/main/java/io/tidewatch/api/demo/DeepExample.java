package io.tidewatch.api.demo;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence whose targets the deep lane judged otherwise than the fast lane.
 *
 * @param key of the document
 */
record DeepExample(String key, String text, List<Verdict> before, List<Verdict> after) {

  DeepExample {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A mention and how it is judged. */
  record Verdict(String surface, String polarity) {}

  /** The example that {@code document} gives; null when both lanes agree. */
  static @Nullable DeepExample of(StoredDocument document, Annotation refined) {
    List<Verdict> before = verdicts(document.annotation());
    List<Verdict> after = verdicts(refined);
    return before.equals(after)
        ? null
        : new DeepExample(
            document.record().key().toString(), document.record().text(), before, after);
  }

  private static List<Verdict> verdicts(Annotation annotation) {
    return annotation.mentions().stream().map(DeepExample::verdict).toList();
  }

  private static Verdict verdict(Mention mention) {
    return new Verdict(
        mention.surface(), mention.polarity().name().toLowerCase(java.util.Locale.ROOT));
  }
}
