package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordRelations.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the strongest neighbours of each word: by strength, then count, then name. Neighbours may come
 * in any order, each at most once. Not thread-safe.
 */
final class NearestWords {
  private static final int KEPT = 20;

  private final Names words;
  private final List<Nearest> nearest = new ArrayList<>();

  /** {@code words} has numbered all words that will be added. */
  NearestWords(Names words) {
    this.words = words;
  }

  /** Two words are as near as this to each other. */
  void add(int one, int other, double strength, long count) {
    of(one).add(other, strength, count);
    of(other).add(one, strength, count);
  }

  private Nearest of(int word) {
    while (nearest.size() <= word) {
      nearest.add(new Nearest());
    }
    return nearest.get(word);
  }

  /** Neighbours of each word that has some, strongest first. */
  Map<String, List<Neighbour>> all() {
    var all = new HashMap<String, List<Neighbour>>();
    for (int word = 0; word < nearest.size(); word++) {
      if (nearest.get(word).size > 0) {
        all.put(words.name(word), nearest.get(word).list());
      }
    }
    return all;
  }

  private final class Nearest {
    private int[] others = new int[4];
    private double[] strengths = new double[4];
    private long[] counts = new long[4];
    private int size;

    void add(int other, double strength, long count) {
      if (size == KEPT && !before(other, strength, count, size - 1)) {
        return;
      }
      int place = size == KEPT ? size - 1 : grown();
      while (place > 0 && before(other, strength, count, place - 1)) {
        others[place] = others[place - 1];
        strengths[place] = strengths[place - 1];
        counts[place] = counts[place - 1];
        place--;
      }
      others[place] = other;
      strengths[place] = strength;
      counts[place] = count;
    }

    private int grown() {
      if (size == others.length) {
        int length = Math.min(KEPT, size * 2);
        others = Arrays.copyOf(others, length);
        strengths = Arrays.copyOf(strengths, length);
        counts = Arrays.copyOf(counts, length);
      }
      return size++;
    }

    private boolean before(int other, double strength, long count, int place) {
      if (strength != strengths[place]) {
        return strength > strengths[place];
      }
      return count == counts[place]
          ? words.name(other).compareTo(words.name(others[place])) < 0
          : count > counts[place];
    }

    List<Neighbour> list() {
      var list = new ArrayList<Neighbour>(size);
      for (int i = 0; i < size; i++) {
        list.add(new Neighbour(words.name(others[i]), strengths[i], counts[i]));
      }
      return List.copyOf(list);
    }
  }
}
