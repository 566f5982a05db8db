package io.tidewatch.trend.words;

import io.tidewatch.trend.words.SpaceSaving.Entry;

/**
 * How strongly the parts of a string are bound: the minimum over all cuts ab of ln(N·n_ab / (n_a ·
 * n_b)) [pointwise mutual information: Church, Hanks 1990], N characters read. A Latin word is
 * compared with its letters in free order instead, since nothing cuts it. A part that has left the
 * table counts as often as the whole, the least it can be.
 */
final class Cohesion {
  private final SpaceSaving<Sightings> table;
  private final long[] characters = new long[1 << Character.SIZE];
  private long total;

  Cohesion(SpaceSaving<Sightings> table) {
    this.table = table;
  }

  /** Counts one character of a run. */
  void character(char c) {
    characters[c]++;
    total++;
  }

  /** In nats; finite. */
  double of(Entry<Sightings> entry) {
    String word = entry.key();
    long whole = entry.count();
    if (!WordRuns.han(word.charAt(0))) {
      double information = Math.log((double) whole / total);
      for (int i = 0; i < word.length(); i++) {
        information -= Math.log((double) Math.max(1, characters[word.charAt(i)]) / total);
      }
      return information;
    }
    double least = Double.MAX_VALUE;
    for (int cut = 1; cut < word.length(); cut++) {
      double parts =
          (double) count(word.substring(0, cut), whole) * count(word.substring(cut), whole);
      least = Math.min(least, Math.log((double) total * whole / parts));
    }
    return least;
  }

  private long count(String part, long whole) {
    if (part.length() == 1) {
      return Math.max(whole, characters[part.charAt(0)]);
    }
    Entry<Sightings> entry = table.get(part);
    return entry == null ? whole : Math.max(whole, entry.count());
  }
}
