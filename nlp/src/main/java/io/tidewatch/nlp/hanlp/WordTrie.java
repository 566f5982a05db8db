package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import io.tidewatch.nlp.text.PairFilter;
import org.jspecify.annotations.Nullable;

/**
 * HanLP's double array of a dictionary. Base and check of a state and the word that ends there share
 * one long, so that a step fetches one line of memory; a filter of the pairs of characters with
 * which longer words begin ends most walks after the first. Immutable.
 */
final class WordTrie {
  private static final int STATE_BITS = 23;
  private static final int STATES = 1 << STATE_BITS;
  private static final int MOST_WORDS = 1 << (Long.SIZE - 2 * STATE_BITS);

  /** From above: number of the word plus one, or 0 where none ends; base; check. */
  private final long[] states;

  private final int root;
  private final PairFilter heads;

  /** A trie whose words have other numbers: {@code numbers} of them, each once, from 0. */
  WordTrie(DoubleArrayTrie<?> trie, int[] numbers) {
    int[] base = trie.getBase();
    int[] check = trie.getCheck();
    if (base.length > STATES || trie.size() >= MOST_WORDS) {
      throw new IllegalStateException("dictionary: at most " + STATES + " states and fewer than "
          + MOST_WORDS + " words are required, got " + base.length + " and " + trie.size());
    }
    states = new long[base.length];
    for (int i = 0; i < base.length; i++) {
      int next = Math.max(0, base[i]);
      boolean ends = next > 0 && next < base.length && base[next] < 0 && check[next] == next;
      long word = ends ? numbers[-base[next] - 1] + 1 : 0;
      states[i] = (word << STATE_BITS | next) << STATE_BITS | Math.max(0, check[i]);
    }
    root = base[0];
    int[] first = firstCharacters();
    heads = new PairFilter(pairs(first, null));
    pairs(first, heads);
  }

  /** Takes the dictionary's words of a text. */
  @FunctionalInterface
  interface Sink {
    void word(int start, int length, int word);
  }

  /**
   * Gives every word in {@code [from, to)} with its number, in order of start, then of length; starts
   * are counted from {@code from}.
   */
  void words(char[] text, int from, int to, Sink sink) {
    for (int start = from; start < to; start++) {
      int state = root;
      for (int i = start; i < to; i++) {
        if (i == start + 1 && !heads.mayHold(text[start], text[i])) {
          break;
        }
        int at = state + text[i] + 1;
        if (at >= states.length || check(states[at]) != state) {
          break;
        }
        long next = states[at];
        state = base(next);
        int word = (int) (next >>> (2 * STATE_BITS));
        if (word > 0) {
          sink.word(start - from, i + 1 - start, word - 1);
        }
      }
    }
  }

  private static int base(long state) {
    return (int) (state >>> STATE_BITS) & (STATES - 1);
  }

  private static int check(long state) {
    return (int) state & (STATES - 1);
  }

  /** The character by which the root leads to a state; 0 where it does not. */
  private int[] firstCharacters() {
    int[] first = new int[states.length];
    for (int c = 0; c <= Character.MAX_VALUE && root + c + 1 < first.length; c++) {
      long state = states[root + c + 1];
      if (check(state) == root && base(state) > 0) {
        first[base(state)] = c;
      }
    }
    return first;
  }

  /** Counts the pairs with which words begin, and adds them to a filter. */
  private int pairs(int[] first, @Nullable PairFilter into) {
    int count = 0;
    for (int at = 0; at < first.length; at++) {
      int parent = check(states[at]);
      int second = at - parent - 1;
      if (parent > 0 && parent < first.length && first[parent] != 0 && second >= 0) {
        count++;
        if (into != null) {
          into.add((char) first[parent], (char) second);
        }
      }
    }
    return count;
  }
}
