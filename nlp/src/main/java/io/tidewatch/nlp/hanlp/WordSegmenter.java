package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import io.tidewatch.nlp.text.Characters;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts normalised text into words by HanLP's Viterbi segmentation without tagging, named entities
 * or custom dictionaries. HanLP's global configuration is neither read for choices nor written.
 * Safe from any thread.
 */
public final class WordSegmenter {
  /** The longest stretch given to HanLP at once, which bounds its lattice. */
  private static final int LONGEST = 2048;

  private final Segment segment;

  public WordSegmenter() {
    segment = new ViterbiSegment()
        .enableCustomDictionary(false)
        .enableAllNamedEntityRecognize(false)
        .enableNumberQuantifierRecognize(false)
        .enablePartOfSpeechTagging(false)
        .enableOffset(true);
  }

  /** Ends of the words of {@code [from, to)} in order; the last is {@code to}. */
  public int[] wordEnds(char[] text, int from, int to) {
    int[] ends = new int[Math.max(8, (to - from) / 2 + 1)];
    int count = 0;
    int start = from;
    while (start < to) {
      int stop = cut(text, start, to);
      List<Term> terms = segment.seg(Arrays.copyOfRange(text, start, stop));
      int at = start;
      for (Term term : terms) {
        at = Math.min(stop, at + term.word.length());
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = at;
      }
      if (at < stop || terms.isEmpty()) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count + 1);
        }
        ends[count++] = stop;
      }
      start = stop;
    }
    return Arrays.copyOf(ends, count);
  }

  /** Whether a word carries no content of its own. */
  public boolean stopWord(String word) {
    return CoreStopWordDictionary.contains(word);
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
