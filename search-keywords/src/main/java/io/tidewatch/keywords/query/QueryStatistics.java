package io.tidewatch.keywords.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Words that a query log teaches: heads, on which many different queries end, and names, with which
 * many different queries begin and which hardly stand elsewhere. Two passes over the log, linear.
 */
public final class QueryStatistics {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;
  private static final int LEAST_ENDINGS = 8;
  private static final int LEAST_BEGINNINGS = 5;
  private static final double HEAD_SHARE = 0.6;
  private static final double NAME_SHARE = 0.95;
  private static final double HALVED = 0.8;

  private final SortedSet<String> heads;
  private final SortedSet<String> names;

  private QueryStatistics(SortedSet<String> heads, SortedSet<String> names) {
    this.heads = heads;
    this.names = names;
  }

  /** Of no log. */
  public static QueryStatistics none() {
    return new QueryStatistics(new TreeSet<>(), new TreeSet<>());
  }

  /**
   * Learns from distinct queries, in any order.
   *
   * @param queries as typed; equal keys count once
   */
  public static QueryStatistics learn(Collection<String> queries, QueryNormalizer normalizer) {
    var keys = new HashSet<String>();
    queries.forEach(q -> keys.add(normalizer.key(q)));
    var endings = new HashMap<String, Integer>();
    var beginnings = new HashMap<String, Integer>();
    for (String key : keys) {
      for (int n = SHORTEST; n <= LONGEST && n < key.length(); n++) {
        count(endings, key.substring(key.length() - n));
        count(beginnings, key.substring(0, n));
      }
    }
    endings.values().removeIf(c -> c < LEAST_ENDINGS);
    beginnings.values().removeIf(c -> c < LEAST_BEGINNINGS);
    var all = new HashMap<String, Integer>();
    for (String key : keys) {
      for (int n = SHORTEST; n <= LONGEST; n++) {
        for (int i = 0; i + n <= key.length(); i++) {
          String piece = key.substring(i, i + n);
          if (endings.containsKey(piece) || beginnings.containsKey(piece)) {
            count(all, piece);
          }
        }
      }
    }
    var heads = shares(endings, all, HEAD_SHARE);
    heads.removeAll(halves(endings, true));
    var names = shares(beginnings, all, NAME_SHARE);
    names.removeAll(halves(beginnings, false));
    names.removeAll(heads);
    return new QueryStatistics(heads, names);
  }

  /** Kinds of goods, in order. */
  SortedSet<String> heads() {
    return heads;
  }

  /** Names of makers, in order. */
  SortedSet<String> names() {
    return names;
  }

  private static void count(Map<String, Integer> counts, String piece) {
    if (piece.chars().allMatch(c -> QueryNormalizer.han((char) c))) {
      counts.merge(piece, 1, Integer::sum);
    }
  }

  private static SortedSet<String> shares(
      Map<String, Integer> edge, Map<String, Integer> all, double share) {
    var found = new TreeSet<String>();
    edge.forEach((piece, count) -> {
      if (count >= share * all.getOrDefault(piece, 1)) {
        found.add(piece);
      }
    });
    return found;
  }

  /** Pieces that are only a part of one longer word at the same edge. */
  private static Set<String> halves(Map<String, Integer> edge, boolean atEnd) {
    var halves = new HashSet<String>();
    edge.forEach((longer, count) -> {
      String part = atEnd ? longer.substring(1) : longer.substring(0, longer.length() - 1);
      if (count > HALVED * edge.getOrDefault(part, Integer.MAX_VALUE)) {
        halves.add(part);
      }
    });
    return halves;
  }
}
