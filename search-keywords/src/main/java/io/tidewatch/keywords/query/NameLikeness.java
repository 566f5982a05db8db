package io.tidewatch.keywords.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether an unlisted run of Han characters looks more like a maker's name than like a common word:
 * naive Bayes over its characters, counted in the names of a catalogue and in a lexicon. Characters
 * that stand in neither say nothing. Immutable once built.
 */
final class NameLikeness {
  private static final double SMOOTHING = 0.4;

  private final Map<Character, Integer> inNames = new HashMap<>();
  private final Map<Character, Integer> inWords = new HashMap<>();
  private final double names;
  private final double words;

  NameLikeness(Collection<String> names, Collection<String> words) {
    this.names = count(names, inNames);
    this.words = count(words, inWords);
  }

  /** The sum of the characters' log odds; above 0 where it looks more like a name. */
  double of(String run) {
    double sum = 0;
    for (int i = 0; i < run.length(); i++) {
      int name = inNames.getOrDefault(run.charAt(i), 0);
      int word = inWords.getOrDefault(run.charAt(i), 0);
      if (name + word > 0) {
        sum += Math.log((name + SMOOTHING) / names) - Math.log((word + SMOOTHING) / words);
      }
    }
    return sum;
  }

  private static double count(Collection<String> texts, Map<Character, Integer> counts) {
    double sum = 1;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        if (QueryNormalizer.han(text.charAt(i))) {
          counts.merge(text.charAt(i), 1, Integer::sum);
          sum++;
        }
      }
    }
    return sum;
  }
}
