package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.PairFilter;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
  /** One lattice to use again, so that its arrays stay in the processor's nearest cache. */
  private final AtomicReference<@Nullable WordLattice> spare = new AtomicReference<>();

  private final Set<String> stopWords = Set.copyOf(CoreStopWordDictionary.dictionary);
  /** How stop words of two characters and more begin. */
  private final PairFilter stopHeads = new PairFilter(stopWords.size());

  public WordSegmenter() {
    for (String word : stopWords) {
      if (word.length() > 1) {
        stopHeads.add(word.charAt(0), word.charAt(1));
      }
    }
  }

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
    WordLattice lattice = spare.getAndSet(null);
    if (lattice == null) {
      lattice = new WordLattice(costs);
    }
    int[] ends = lattice.wordEnds(text, from, to);
    spare.set(lattice);
    if (from > 0) {
      for (int i = 0; i < ends.length; i++) {
        ends[i] += from;
      }
    }
    return ends;
  }

  /** Whether a word carries no content of its own. */
  public boolean stopWord(String word) {
    boolean unlike = word.length() > 1 && !stopHeads.mayHold(word.charAt(0), word.charAt(1));
    return !unlike && stopWords.contains(word);
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
