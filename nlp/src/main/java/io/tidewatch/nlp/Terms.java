package io.tidewatch.nlp;

import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/** Picks the content words of the author's own text. Immutable. */
final class Terms {
  private static final int LONGEST = 24;

  private final WordSegmenter segmenter;
  private final PromotedWords promoted;

  Terms(WordSegmenter segmenter, PromotedWords promoted) {
    this.segmenter = segmenter;
    this.promoted = promoted;
  }

  /**
   * Words of at least two letters, Chinese or Latin, each once, in order; without stop words and
   * without the pieces of linked names, which are counted as names. A promoted word stands for the
   * pieces that it covers, even in part.
   */
  List<String> of(Reading reading) {
    NormalText text = reading.text();
    int from = 0;
    int name = 0;
    List<Linked> names = reading.names();
    List<PromotedWords.Hit> hits = promoted.find(reading);
    int hit = 0;
    var words = new Distinct(reading.wordEnds().length + hits.size());
    for (int to : reading.wordEnds()) {
      while (name < names.size() && names.get(name).end() <= from) {
        name++;
      }
      while (hit < hits.size() && hits.get(hit).start() < to) {
        words.add(hits.get(hit).word());
        hit++;
      }
      boolean covered = hit > 0 && hits.get(hit - 1).end() > from;
      boolean named = name < names.size()
          && names.get(name).start() <= from
          && to <= names.get(name).end();
      if (!named && !covered && content(text, from, to)) {
        String word = text.substring(from, to);
        if (!segmenter.stopWord(word)) {
          words.add(word);
        }
      }
      from = to;
    }
    return List.copyOf(words.words);
  }

  /** Words, each once, in order of their first coming; like a linked set, but of a few arrays. */
  private static final class Distinct {
    private final List<String> words = new ArrayList<>();
    /** Numbers of words from 1, by their hashes; 0 is free. */
    private final int[] numbers;

    private Distinct(int most) {
      numbers = new int[4 * Integer.highestOneBit(Math.max(1, most))];
    }

    private void add(String word) {
      int mask = numbers.length - 1;
      int hash = word.hashCode();
      int slot = (hash ^ hash >>> Short.SIZE) & mask;
      while (numbers[slot] != 0) {
        if (words.get(numbers[slot] - 1).equals(word)) {
          return;
        }
        slot = (slot + 1) & mask;
      }
      words.add(word);
      numbers[slot] = words.size();
    }
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
