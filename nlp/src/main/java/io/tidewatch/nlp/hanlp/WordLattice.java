package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;

/**
 * The cheapest way through all dictionary words of one text, by Viterbi's algorithm: the answer of
 * HanLP's {@code ViterbiSegment}, from flat arrays instead of linked vertices. Used once, by one
 * thread.
 */
final class WordLattice {
  private static final int NONE = -1;

  private final WordCosts costs;
  private final char[] text;
  /** First and last node that begins at a position; {@link #NONE} when none does. */
  private final int[] first;

  private final int[] last;
  private int[] next;
  private int[] lengths;
  private int[] words;
  /** What the cost of an edge needs of its ends, beside each other and not in the dictionary. */
  private int[] ids;

  private double[] unseen;
  private int nodes;

  private WordLattice(WordCosts costs, char[] text) {
    this.costs = costs;
    this.text = text;
    first = new int[text.length];
    last = new int[text.length];
    Arrays.fill(first, NONE);
    Arrays.fill(last, NONE);
    int expected = 3 * text.length + 4;
    next = new int[expected];
    lengths = new int[expected];
    words = new int[expected];
    ids = new int[expected];
    unseen = new double[expected];
  }

  /** Ends of the words of {@code text}, which is not empty, in order; the last is its length. */
  static int[] wordEnds(WordCosts costs, char[] text) {
    var lattice = new WordLattice(costs, text);
    lattice.addWords();
    lattice.fillGaps();
    return lattice.cheapest();
  }

  private void addWords() {
    var search = costs.search(text);
    while (search.next()) {
      add(search.begin, search.length, search.index);
    }
  }

  private void add(int start, int length, int word) {
    if (nodes == next.length) {
      next = Arrays.copyOf(next, 2 * nodes);
      lengths = Arrays.copyOf(lengths, 2 * nodes);
      words = Arrays.copyOf(words, 2 * nodes);
      ids = Arrays.copyOf(ids, 2 * nodes);
      unseen = Arrays.copyOf(unseen, 2 * nodes);
    }
    next[nodes] = NONE;
    lengths[nodes] = length;
    words[nodes] = word;
    ids[nodes] = costs.id(word);
    unseen[nodes] = costs.unseen(word);
    if (first[start] == NONE) {
      first[start] = nodes;
    } else {
      next[last[start]] = nodes;
    }
    last[start] = nodes++;
  }

  /** Where no dictionary word begins, runs of characters of one type become words. */
  private void fillGaps() {
    int i = 0;
    while (i < text.length) {
      if (first[i] != NONE) {
        i += lengths[last[i]];
        continue;
      }
      int stop = i + 1;
      while (stop < text.length
          && (first[stop] == NONE || CharType.get(text[stop]) == CharType.CT_CNUM)) {
        stop++;
      }
      atoms(i, stop);
      i = stop;
    }
  }

  private void atoms(int from, int to) {
    int start = from;
    int type = CharType.get(text[start]);
    for (int i = from + 1; i < to; i++) {
      int current = CharType.get(text[i]);
      if (current != type) {
        boolean point = type == CharType.CT_NUM
            && "，,．.".indexOf(text[i]) >= 0
            && i + 1 < to
            && CharType.get(text[i + 1]) == CharType.CT_NUM;
        if (point) {
          continue;
        }
        atom(start, i, type);
        start = i;
      }
      type = current;
    }
    atom(start, to, type);
  }

  private void atom(int start, int end, int type) {
    for (int node = first[start]; node != NONE; node = next[node]) {
      if (lengths[node] == end - start) {
        return;
      }
    }
    int word = switch (type) {
      case CharType.CT_NUM, CharType.CT_INDEX, CharType.CT_CNUM -> costs.number();
      case CharType.CT_SINGLE -> costs.cluster();
      default -> costs.unknown();
    };
    add(start, end - start, word);
  }

  private int[] cheapest() {
    double[] weights = new double[nodes];
    int[] from = new int[nodes];
    Arrays.fill(weights, Double.POSITIVE_INFINITY);
    int begin = costs.begin();
    int stop = costs.end();
    for (int node = first[0]; node != NONE; node = next[node]) {
      weights[node] = costs.cost(begin, costs.id(begin), words[node], ids[node], unseen[node]);
      from[node] = NONE;
    }
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < text.length; i++) {
      for (int node = first[i]; node != NONE; node = next[node]) {
        double weight = weights[node];
        if (weight == Double.POSITIVE_INFINITY) {
          continue;
        }
        int end = i + lengths[node];
        if (end == text.length) {
          double whole =
              weight + costs.cost(words[node], ids[node], stop, costs.id(stop), costs.unseen(stop));
          if (whole < least) {
            least = whole;
            best = node;
          }
          continue;
        }
        for (int to = first[end]; to != NONE; to = next[to]) {
          double sum = weight + costs.cost(words[node], ids[node], words[to], ids[to], unseen[to]);
          if (sum < weights[to]) {
            weights[to] = sum;
            from[to] = node;
          }
        }
      }
    }
    return ends(best, from);
  }

  private int[] ends(int best, int[] from) {
    int count = 0;
    for (int node = best; node != NONE; node = from[node]) {
      count++;
    }
    int[] ends = new int[count];
    int end = text.length;
    for (int node = best; node != NONE; node = from[node]) {
      ends[--count] = end;
      end -= lengths[node];
    }
    return ends;
  }
}
