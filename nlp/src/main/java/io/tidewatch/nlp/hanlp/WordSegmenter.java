package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import io.tidewatch.nlp.text.Characters;
import java.util.Arrays;
import java.util.Set;

/**
 * Cuts normalised text into words by HanLP's core dictionary and bigram costs: word for word what
 * HanLP's Viterbi segmentation without tagging, named entities or custom dictionaries gives, in a
 * fraction of its time and memory. HanLP's global configuration is neither read for choices nor
 * written. Safe from any thread.
 */
public final class WordSegmenter {
  /** The longest stretch given to HanLP at once, which bounds its lattice. */
  private static final int LONGEST = 2048;

  private final WordCosts costs = new WordCosts();
  private final Set<String> stopWords = Set.copyOf(CoreStopWordDictionary.dictionary);

  /** Ends of the words of {@code [from, to)} in order; the last is {@code to}. */
  public int[] wordEnds(char[] text, int from, int to) {
    if (to - from <= LONGEST) {
      return shifted(text, from, to);
    }
    int[] ends = new int[(to - from) / 2 + 1];
    int count = 0;
    int start = from;
    while (start < to) {
      int stop = cut(text, start, to);
      int[] part = shifted(text, start, stop);
      if (count + part.length > ends.length) {
        ends = Arrays.copyOf(ends, Math.max(2 * ends.length, count + part.length));
      }
      System.arraycopy(part, 0, ends, count, part.length);
      count += part.length;
      start = stop;
    }
    return Arrays.copyOf(ends, count);
  }

  private int[] shifted(char[] text, int from, int to) {
    if (from == to) {
      return new int[0];
    }
    int[] ends = WordLattice.wordEnds(costs, Arrays.copyOfRange(text, from, to));
    if (from > 0) {
      for (int i = 0; i < ends.length; i++) {
        ends[i] += from;
      }
    }
    return ends;
  }

  /** Whether a word carries no content of its own. */
  public boolean stopWord(String word) {
    return stopWords.contains(word);
  }

  private static int cut(char[] text, int start, int to) {
    if (to - start <= LONGEST) {
      return to;
    }
    for (int i = start + LONGEST; i > start + LONGEST / 2; i--) {
      if (Characters.endsClause(text[i - 1]) || text[i - 1] == ' ') {
        return i;
      }
    }
    return start + LONGEST;
  }
}
