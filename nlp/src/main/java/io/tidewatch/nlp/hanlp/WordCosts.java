package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.io.IOUtil;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.io.IOException;
import java.io.ObjectInputStream;

/**
 * HanLP's core dictionary as flat tables: for each word the id under which its bigrams are counted,
 * its frequency, and its cost after a word with which it was never seen. The formulas are HanLP's
 * (smoothed bigram cost), evaluated once a word instead of once an edge. Most pairs of neighbours
 * were never seen; one bit each tells so before the pair is looked up. Immutable.
 */
final class WordCosts {
  /** HanLP's id of words without bigrams of their own. */
  private static final int NO_ID = -1;

  private static final int PAIR_BITS = 22;
  private static final int FREQUENCY_BITS = 24;
  private static final int MOST = (1 << FREQUENCY_BITS) - 1;

  private final int[] ids;
  private final int[] frequencies;
  private final double[] unseen;
  private final long[] pairs = new long[1 << (PAIR_BITS - 6)];
  /** Seen pairs with their frequency, open addressing; 0 is free. */
  private final long[] seen;

  private final int begin;
  private final int number;
  private final int cluster;
  private final int unknown;

  WordCosts() {
    DoubleArrayTrie<CoreDictionary.Attribute> trie = CoreDictionary.trie;
    int words = trie.size();
    ids = new int[words + 5];
    frequencies = new int[words + 5];
    unseen = new double[words + 5];
    for (int word = 0; word < words; word++) {
      set(word, new Vertex("*", trie.getValueAt(word), word));
    }
    begin = words;
    set(begin, Vertex.newB());
    set(words + 1, Vertex.newE());
    number = words + 2;
    set(number, CoreDictionary.M_WORD_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    cluster = words + 3;
    set(cluster, CoreDictionary.X_WORD_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    unknown = words + 4;
    set(unknown, NO_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    seen = readPairs();
  }

  /** Reads which pairs were seen from the table that HanLP keeps beside its dictionary. */
  private long[] readPairs() {
    CoreBiGramTableDictionary.getBiFrequency(0, 0);
    String path = HanLP.Config.BiGramDictionaryPath + ".table" + Predefine.BIN_EXT;
    try (var in = new ObjectInputStream(IOUtil.newInputStream(path))) {
      int[] starts = (int[]) in.readObject();
      int[] followers = (int[]) in.readObject();
      long[] table = new long[Integer.highestOneBit(Math.max(1, followers.length)) << 1];
      for (int from = 0; from + 1 < starts.length; from++) {
        for (int i = starts[from]; i < starts[from + 1]; i++) {
          int to = followers[2 * i];
          int bit = bit(from, to);
          pairs[bit >>> 6] |= 1L << bit;
          int slot = bit & (table.length - 1);
          while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
          }
          table[slot] = key(from, to) | Math.min(MOST, followers[2 * i + 1]);
        }
      }
      return table;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(path + ": HanLP's table of word pairs cannot be read", e);
    }
  }

  private static long key(int from, int to) {
    return ((long) from << 20 | to) << FREQUENCY_BITS;
  }

  private int frequency(int from, int to, int bit) {
    long key = key(from, to);
    int slot = bit & (seen.length - 1);
    while (seen[slot] != 0) {
      if ((seen[slot] & ~(long) MOST) == key) {
        return (int) seen[slot] & MOST;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    return 0;
  }

  private static int bit(int from, int to) {
    int h = (from * 0x9E3779B1) ^ (to * 0x85EBCA77);
    return ((h ^ (h >>> 15)) * 0x2C1B3C6D) >>> (32 - PAIR_BITS);
  }

  private void set(int word, Vertex vertex) {
    set(word, vertex.wordID, vertex.getAttribute().totalFrequency);
  }

  private void set(int word, int id, int frequency) {
    ids[word] = id;
    frequencies[word] = frequency;
    unseen[word] = cost(0, 0, frequency);
  }

  /** A search for the dictionary's words in {@code text}. */
  DoubleArrayTrie<CoreDictionary.Attribute>.Searcher search(char[] text) {
    return CoreDictionary.trie.getSearcher(text, 0);
  }

  /** The word before the first one. */
  int begin() {
    return begin;
  }

  /** The word after the last one. */
  int end() {
    return begin + 1;
  }

  /** Any number. */
  int number() {
    return number;
  }

  /** A run of single-byte characters. */
  int cluster() {
    return cluster;
  }

  /** Any other word that the dictionary does not know. */
  int unknown() {
    return unknown;
  }

  /** The id under which a word's bigrams are counted. */
  int id(int word) {
    return ids[word];
  }

  /** Cost of a word after one with which it was never seen. */
  double unseen(int word) {
    return unseen[word];
  }

  /**
   * Cost of word {@code to} after word {@code from}: a negative log-probability.
   *
   * @param a the {@link #id} of {@code from}
   * @param b the {@link #id} of {@code to}
   * @param otherwise the {@link #unseen} cost of {@code to}
   */
  double cost(int from, int a, int to, int b, double otherwise) {
    if (a < 0 || b < 0) {
      // HanLP takes the sign of an unknown word's id for a frequency
      return cost(a < 0 ? -a : -b, frequencies[from], frequencies[to]);
    }
    int bit = bit(a, b);
    if (((pairs[bit >>> 6] >>> bit) & 1) == 0) {
      return otherwise;
    }
    int frequency = frequency(a, b, bit);
    return frequency == 0 ? otherwise : cost(frequency, frequencies[from], frequencies[to]);
  }

  private static double cost(int pairs, int from, int to) {
    double seen = Predefine.myu * pairs / (from + 1) + 1 - Predefine.myu;
    return -Math.log(
        Predefine.lambda * seen + (1 - Predefine.lambda) * to / Predefine.TOTAL_FREQUENCY);
  }
}
