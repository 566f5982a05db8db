package io.tidewatch.api.demo;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with a winner and a loser, one of which the fast lane left open and the deep lane
 * decided.
 *
 * @param key of the document
 */
record DeepExample(String key, String text, List<Verdict> before, List<Verdict> after) {

  DeepExample {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A mention and how it is judged. */
  record Verdict(String surface, String polarity) {
    boolean judged() {
      return polarity.equals("positive") || polarity.equals("negative");
    }
  }

  /** The example that {@code document} gives; null when the deep lane decided nothing new. */
  static @Nullable DeepExample of(StoredDocument document, Annotation refined) {
    List<Verdict> before = verdicts(document.annotation());
    List<Verdict> after = verdicts(refined);
    boolean decided = false;
    for (int i = 0; i < before.size() && i < after.size(); i++) {
      boolean was = before.get(i).judged();
      if (was && !before.get(i).equals(after.get(i))) {
        return null;
      }
      decided |= !was && after.get(i).judged();
    }
    boolean bothSides = after.stream().anyMatch(v -> v.polarity().equals("positive"))
        && after.stream().anyMatch(v -> v.polarity().equals("negative"));
    return decided && bothSides
        ? new DeepExample(
            document.record().key().toString(), document.record().text(), before, after)
        : null;
  }

  private static List<Verdict> verdicts(Annotation annotation) {
    return annotation.mentions().stream().map(DeepExample::verdict).toList();
  }

  private static Verdict verdict(Mention mention) {
    return new Verdict(
        mention.surface(), mention.polarity().name().toLowerCase(java.util.Locale.ROOT));
  }
}
