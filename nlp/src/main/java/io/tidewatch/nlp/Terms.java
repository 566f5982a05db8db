package io.tidewatch.nlp;

import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Picks the content words of the author's own text. Immutable. */
final class Terms {
  private static final int LONGEST = 24;

  private final WordSegmenter segmenter;

  Terms(WordSegmenter segmenter) {
    this.segmenter = segmenter;
  }

  /** Words of at least two letters, Chinese or Latin, stop words out, each once, in order. */
  List<String> of(Reading reading) {
    NormalText text = reading.text();
    Set<String> words = new LinkedHashSet<>();
    int from = 0;
    for (int to : reading.wordEnds()) {
      if (content(text, from, to)) {
        String word = text.substring(from, to);
        if (!segmenter.stopWord(word)) {
          words.add(word);
        }
      }
      from = to;
    }
    return List.copyOf(words);
  }

  private static boolean content(NormalText text, int from, int to) {
    if (to - from < 2 || to - from > LONGEST || text.mark(from) == NormalText.EMOTICON) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.at(i);
      if (!Characters.han(c)
          && !Characters.asciiLetter(c)
          && !(i > from && Characters.asciiDigit(c))) {
        return false;
      }
    }
    return true;
  }
}
