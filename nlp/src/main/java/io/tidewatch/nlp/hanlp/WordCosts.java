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
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * HanLP's core dictionary as flat tables: for each word the id under which its bigrams are counted,
 * its frequency, and its cost after a word with which it was never seen. The formulas are HanLP's
 * (smoothed bigram cost), evaluated once a word instead of once an edge. Immutable.
 */
final class WordCosts {
  /** HanLP's id of words without bigrams of their own. */
  private static final int NO_ID = -1;

  /** What is known of a word: four integers beside each other. */
  private static final int ID = 0;

  private static final int FREQUENCY = 1;
  private static final int REGION = 2;
  /** Above: at what least the word costs what follows it, where seen; below: number of a cost. */
  private static final int COSTS = 3;

  private static final int WIDTH = 4;
  private static final int NUMBER_BITS = 16;
  /** Steps of the least cost to 1; it is rounded down. */
  private static final double STEPS = 1024;

  private final int[] words;
  /** Costs of unseen words by number; words of one frequency share one. */
  private final double[] unseen;

  private final WordTrie trie;
  private final WordPairs pairs;
  private final int begin;
  private final int number;
  private final int cluster;
  private final int unknown;

  WordCosts() {
    DoubleArrayTrie<CoreDictionary.Attribute> dictionary = CoreDictionary.trie;
    int size = dictionary.size();
    words = new int[WIDTH * (size + 5)];
    int[] numbers = byFrequency(dictionary);
    trie = new WordTrie(dictionary, numbers);
    pairs = readPairs();
    for (int word = 0; word < size; word++) {
      set(numbers[word], new Vertex("*", dictionary.getValueAt(word), word));
    }
    begin = size;
    set(begin, Vertex.newB());
    set(size + 1, Vertex.newE());
    number = size + 2;
    set(number, CoreDictionary.M_WORD_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    cluster = size + 3;
    set(cluster, CoreDictionary.X_WORD_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    unknown = size + 4;
    set(unknown, NO_ID, Predefine.OOV_DEFAULT_FREQUENCY);
    unseen = numberCosts();
  }

  /** The number of each word: frequent ones first, so that what is read often lies together. */
  private static int[] byFrequency(DoubleArrayTrie<CoreDictionary.Attribute> dictionary) {
    int[] frequencies = new int[dictionary.size()];
    Arrays.setAll(frequencies, word -> dictionary.getValueAt(word).totalFrequency);
    int[] order = IntStream.range(0, frequencies.length)
        .boxed()
        .sorted(Comparator.comparingInt(word -> -frequencies[word]))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] numbers = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      numbers[order[i]] = i;
    }
    return numbers;
  }

  /** Reads which pairs were seen from the table that HanLP keeps beside its dictionary. */
  private static WordPairs readPairs() {
    CoreBiGramTableDictionary.getBiFrequency(0, 0);
    String path = HanLP.Config.BiGramDictionaryPath + ".table" + Predefine.BIN_EXT;
    try (var in = new ObjectInputStream(IOUtil.newInputStream(path))) {
      int[] starts = (int[]) in.readObject();
      int[] followers = (int[]) in.readObject();
      return new WordPairs(starts, followers);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(path + ": HanLP's table of word pairs cannot be read", e);
    }
  }

  private void set(int word, Vertex vertex) {
    set(word, vertex.wordID, vertex.getAttribute().totalFrequency);
  }

  private void set(int word, int id, int frequency) {
    words[WIDTH * word + ID] = id;
    words[WIDTH * word + FREQUENCY] = frequency;
    words[WIDTH * word + REGION] = pairs.region(id);
  }

  private double[] numberCosts() {
    int size = words.length / WIDTH;
    int[] frequencies = new int[size];
    for (int word = 0; word < size; word++) {
      frequencies[word] = frequency(word);
    }
    frequencies = Arrays.stream(frequencies).sorted().distinct().toArray();
    if (frequencies.length > 1 << NUMBER_BITS) {
      throw new IllegalStateException("dictionary: at most " + (1 << NUMBER_BITS)
          + " different frequencies are required, got " + frequencies.length);
    }
    int largest = frequencies[frequencies.length - 1];
    for (int word = 0; word < size; word++) {
      words[WIDTH * word + COSTS] =
          least(word, largest) << NUMBER_BITS | Arrays.binarySearch(frequencies, frequency(word));
    }
    return Arrays.stream(frequencies).mapToDouble(f -> cost(0, 0, f)).toArray();
  }

  /**
   * In steps: no word costs less after this one, where they were seen together. Below 0 for words
   * that HanLP counts more often before another than at all.
   */
  private int least(int word, int largest) {
    double least = cost(pairs.most(region(word)), frequency(word), largest);
    return (int) Math.max(Short.MIN_VALUE, Math.floor(STEPS * least) - 1);
  }

  /** Gives every word of the dictionary in {@code [from, to)}; see {@link WordTrie#words}. */
  void words(char[] text, int from, int to, WordTrie.Sink sink) {
    trie.words(text, from, to, sink);
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
    return words[WIDTH * word + ID];
  }

  int frequency(int word) {
    return words[WIDTH * word + FREQUENCY];
  }

  /** Where the words that followed this one are kept. */
  int region(int word) {
    return words[WIDTH * word + REGION];
  }

  /** Cost of a word after one with which it was never seen. */
  double unseen(int word) {
    return unseen[words[WIDTH * word + COSTS] & ((1 << NUMBER_BITS) - 1)];
  }

  /** What any word at least costs after this one when they were seen together. */
  double least(int word) {
    return (words[WIDTH * word + COSTS] >> NUMBER_BITS) / STEPS;
  }

  /**
   * Cost of a word after another: a negative log-probability.
   *
   * @param a {@link #id} of the first
   * @param region {@link #region} of the first
   * @param before {@link #frequency} of the first
   * @param b {@link #id} of the second
   * @param after {@link #frequency} of the second
   * @param otherwise {@link #unseen} cost of the second
   */
  double cost(int a, int region, int before, int b, int after, double otherwise) {
    if (a < 0 || b < 0) {
      // HanLP takes the sign of an unknown word's id for a frequency
      return cost(a < 0 ? -a : -b, before, after);
    }
    int frequency = pairs.frequency(region, a, b);
    return frequency == 0 ? otherwise : cost(frequency, before, after);
  }

  private static double cost(int pairs, int from, int to) {
    double seen = Predefine.myu * pairs / (from + 1) + 1 - Predefine.myu;
    return -Math.log(
        Predefine.lambda * seen + (1 - Predefine.lambda) * to / Predefine.TOTAL_FREQUENCY);
  }
}
