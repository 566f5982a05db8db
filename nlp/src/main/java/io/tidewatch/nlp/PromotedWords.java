package io.tidewatch.nlp;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.PhraseFinder;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Finds the words that a customer promoted. Immutable. */
final class PromotedWords {
  private static final Comparator<Hit> LEFTMOST_LONGEST =
      Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder());

  private final PhraseFinder<String> finder;
  private final boolean none;

  PromotedWords(Collection<String> words, TextNormalizer normalizer) {
    var phrases = new HashMap<String, String>();
    words.forEach(word -> phrases.put(normalizer.fold(word), word));
    finder = new PhraseFinder<>(phrases);
    none = phrases.isEmpty();
  }

  /** A word over {@code [start, end)}. */
  record Hit(int start, int end, String word) {}

  /**
   * The promoted words of what was read, from left to right, the longest where several begin, without
   * overlap among them or with linked names. Latin words stand alone.
   */
  List<Hit> find(Reading reading) {
    if (none) {
      return List.of();
    }
    NormalText text = reading.text();
    var all = new ArrayList<Hit>();
    finder.find(text.chars(), 0, reading.end(), (start, end, word) -> {
      if (whole(text, start, end) && !named(reading, start, end)) {
        all.add(new Hit(start, end, word));
      }
    });
    all.sort(LEFTMOST_LONGEST);
    var chosen = new ArrayList<Hit>();
    int free = 0;
    for (Hit hit : all) {
      if (hit.start() >= free) {
        chosen.add(hit);
        free = hit.end();
      }
    }
    return chosen;
  }

  private static boolean whole(NormalText text, int start, int end) {
    return text.mark(start) != NormalText.EMOTICON
        && !(start > 0 && joined(text.at(start - 1), text.at(start)))
        && !(end < text.length() && joined(text.at(end - 1), text.at(end)));
  }

  private static boolean joined(char before, char after) {
    return Characters.asciiLetterOrDigit(before) && Characters.asciiLetterOrDigit(after);
  }

  private static boolean named(Reading reading, int start, int end) {
    return reading.names().stream().anyMatch(name -> name.start() < end && start < name.end());
  }
}
