package io.tidewatch.audience.feature;

import java.util.Collection;
import java.util.Map;

/** Tells which searched words are spellings of one word. */
@FunctionalInterface
public interface WordFamilies {
  /** Every word stands alone. */
  WordFamilies ALONE = words -> Map.of();

  /**
   * The head of the family of each word that is not its own head.
   *
   * @param words normalised, with how often each was searched
   */
  Map<String, String> heads(Collection<Searched> words);

  /** A word and how often it was searched. */
  record Searched(String word, long searches) {}
}
