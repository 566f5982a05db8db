package io.tidewatch.trend.words;

import java.util.Arrays;

/**
 * What stands at one side of a string. Its entropy is that of the neighbouring characters; each edge
 * of a sentence, number, or name is a neighbour of its own, since nothing binds the string there. The
 * first {@link #KEPT} different characters are counted apart and all others together, which can only
 * lower the entropy. For one thread.
 */
final class Neighbours {
  static final int KEPT = 24;
  /** The edge of a run. */
  static final char EDGE = 0;

  private char[] characters = new char[2];
  private int[] counts = new int[2];
  private int size;
  private int others;
  private int edges;
  private int total;

  void add(char c) {
    total++;
    if (c == EDGE) {
      edges++;
      return;
    }
    for (int i = 0; i < size; i++) {
      if (characters[i] == c) {
        counts[i]++;
        return;
      }
    }
    if (size == KEPT) {
      others++;
      return;
    }
    if (size == counts.length) {
      characters = Arrays.copyOf(characters, Math.min(KEPT, 2 * size));
      counts = Arrays.copyOf(counts, characters.length);
    }
    characters[size] = c;
    counts[size++] = 1;
  }

  /** In nats, at least 0; 0 when nothing was added. */
  double entropy() {
    if (total == 0) {
      return 0;
    }
    double sum = part(others) + edges * part(1);
    for (int i = 0; i < size; i++) {
      sum += part(counts[i]);
    }
    return Math.max(0, sum);
  }

  private double part(int count) {
    double p = (double) count / total;
    return count == 0 ? 0 : -p * Math.log(p);
  }
}
