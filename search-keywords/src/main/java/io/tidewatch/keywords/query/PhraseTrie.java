package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.List;

/** Phrases that are found by walking a text; each phrase keeps the values that were put under it. */
final class PhraseTrie<V> {
  private static final int ROOT = 0;

  private final LongTable edges = new LongTable(1 << 14);
  private final List<List<V>> values = new ArrayList<>(List.of(List.of()));

  void put(String phrase, V value) {
    int node = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      int next = step(node, phrase.charAt(i));
      if (next == LongTable.ABSENT) {
        next = values.size();
        values.add(List.of());
        edges.put(edge(node, phrase.charAt(i)), next);
      }
      node = next;
    }
    var more = new ArrayList<>(values.get(node));
    more.add(value);
    values.set(node, List.copyOf(more));
  }

  /** The values of the whole {@code phrase}; empty when there is none. */
  List<V> get(String phrase) {
    int node = ROOT;
    for (int i = 0; i < phrase.length() && node != LongTable.ABSENT; i++) {
      node = step(node, phrase.charAt(i));
    }
    return node == LongTable.ABSENT ? List.of() : values.get(node);
  }

  /** Where a walk begins. */
  int start() {
    return ROOT;
  }

  /** The node behind {@code c}, or {@link LongTable#ABSENT}. */
  int step(int node, char c) {
    return edges.get(edge(node, c));
  }

  /** What ends at {@code node}. */
  List<V> at(int node) {
    return values.get(node);
  }

  private static long edge(int node, char c) {
    return ((long) node << 16) | c;
  }
}
