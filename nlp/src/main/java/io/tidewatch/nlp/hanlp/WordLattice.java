package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;

/**
 * The cheapest way through all dictionary words of a text, by Viterbi's algorithm: the answer of
 * HanLP's {@code ViterbiSegment}, from flat arrays instead of linked vertices. Used by one thread at
 * a time, for one text after another.
 */
final class WordLattice {
  private static final int NONE = -1;
  private static final int EXPECTED_LENGTH = 64;
  private static final char[] NO_TEXT = {};

  private final WordCosts costs;
  private char[] text = NO_TEXT;
  private int offset;
  private int length;
  /** First and last node that begins at a position; {@link #NONE} when none does. */
  private int[] first = new int[EXPECTED_LENGTH];

  private int[] last = new int[EXPECTED_LENGTH];
  private int nodes;
  private int[] next = new int[3 * EXPECTED_LENGTH];
  private int[] lengths = new int[next.length];
  /** What the cost of an edge needs of its ends, beside each other and not in the dictionary. */
  private int[] ids = new int[next.length];

  private int[] frequencies = new int[next.length];
  private int[] regions = new int[next.length];
  private double[] unseen = new double[next.length];
  private double[] least = new double[next.length];
  /** Cost of the cheapest way to the end of a node, and the node before it on that way. */
  private double[] weights = new double[next.length];

  private int[] from = new int[next.length];

  WordLattice(WordCosts costs) {
    this.costs = costs;
  }

  /**
   * Ends of the words of {@code [start, end)}, which is not empty, in order, counted from {@code
   * start}; the last is its length.
   */
  int[] wordEnds(char[] characters, int start, int end) {
    text = characters;
    offset = start;
    length = end - start;
    nodes = 0;
    if (first.length < length) {
      first = new int[length];
      last = new int[length];
    }
    Arrays.fill(first, 0, length, NONE);
    costs.words(characters, start, end, this::add);
    fillGaps();
    int[] ends = cheapest();
    text = NO_TEXT;
    return ends;
  }

  private void add(int start, int size, int word) {
    if (nodes == next.length) {
      grow();
    }
    next[nodes] = NONE;
    lengths[nodes] = size;
    ids[nodes] = costs.id(word);
    frequencies[nodes] = costs.frequency(word);
    regions[nodes] = costs.region(word);
    unseen[nodes] = costs.unseen(word);
    least[nodes] = costs.least(word);
    weights[nodes] = Double.POSITIVE_INFINITY;
    if (first[start] == NONE) {
      first[start] = nodes;
    } else {
      next[last[start]] = nodes;
    }
    last[start] = nodes++;
  }

  private void grow() {
    int size = 2 * nodes;
    next = Arrays.copyOf(next, size);
    lengths = Arrays.copyOf(lengths, size);
    ids = Arrays.copyOf(ids, size);
    frequencies = Arrays.copyOf(frequencies, size);
    regions = Arrays.copyOf(regions, size);
    unseen = Arrays.copyOf(unseen, size);
    least = Arrays.copyOf(least, size);
    weights = Arrays.copyOf(weights, size);
    from = Arrays.copyOf(from, size);
  }

  private char at(int i) {
    return text[offset + i];
  }

  /** Where no dictionary word begins, runs of characters of one type become words. */
  private void fillGaps() {
    int i = 0;
    while (i < length) {
      if (first[i] != NONE) {
        i += lengths[last[i]];
        continue;
      }
      int stop = i + 1;
      while (stop < length && (first[stop] == NONE || CharType.get(at(stop)) == CharType.CT_CNUM)) {
        stop++;
      }
      atoms(i, stop);
      i = stop;
    }
  }

  private void atoms(int begin, int end) {
    int start = begin;
    int type = CharType.get(at(start));
    for (int i = begin + 1; i < end; i++) {
      int current = CharType.get(at(i));
      if (current != type) {
        boolean point = type == CharType.CT_NUM
            && "，,．.".indexOf(at(i)) >= 0
            && i + 1 < end
            && CharType.get(at(i + 1)) == CharType.CT_NUM;
        if (point) {
          continue;
        }
        atom(start, i, type);
        start = i;
      }
      type = current;
    }
    atom(start, end, type);
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
    int begin = costs.begin();
    for (int node = first[0]; node != NONE; node = next[node]) {
      weights[node] = costs.cost(
          costs.id(begin),
          costs.region(begin),
          costs.frequency(begin),
          ids[node],
          frequencies[node],
          unseen[node]);
      from[node] = NONE;
    }
    int best = NONE;
    double lightest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      for (int node = first[i]; node != NONE; node = next[node]) {
        int end = i + lengths[node];
        if (weights[node] == Double.POSITIVE_INFINITY) {
          continue;
        }
        if (end < length) {
          reach(node, first[end]);
          continue;
        }
        double whole = weights[node] + closing(node);
        if (whole < lightest) {
          lightest = whole;
          best = node;
        }
      }
    }
    return ends(best);
  }

  /** Goes from a node to those that begin where it ends, where that is a cheaper way to them. */
  private void reach(int node, int followers) {
    double weight = weights[node];
    int id = ids[node];
    int region = regions[node];
    int frequency = frequencies[node];
    double seen = weight + least[node];
    for (int to = followers; to != NONE; to = next[to]) {
      double reached = weights[to];
      if (seen >= reached && weight + unseen[to] >= reached && id >= 0 && ids[to] >= 0) {
        // neither the bigram nor its absence can be cheap enough
        continue;
      }
      double sum = weight + costs.cost(id, region, frequency, ids[to], frequencies[to], unseen[to]);
      if (sum < reached) {
        weights[to] = sum;
        from[to] = node;
      }
    }
  }

  /** Cost of the end of the text after a node. */
  private double closing(int node) {
    int stop = costs.end();
    return costs.cost(
        ids[node],
        regions[node],
        frequencies[node],
        costs.id(stop),
        costs.frequency(stop),
        costs.unseen(stop));
  }

  private int[] ends(int best) {
    int count = 0;
    for (int node = best; node != NONE; node = from[node]) {
      count++;
    }
    int[] ends = new int[count];
    int end = length;
    for (int node = best; node != NONE; node = from[node]) {
      ends[--count] = end;
      end -= lengths[node];
    }
    return ends;
  }
}
