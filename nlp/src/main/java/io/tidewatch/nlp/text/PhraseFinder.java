package io.tidewatch.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds every occurrence of many phrases in one run over a text. At each position it walks back
 * through a trie of the reversed phrases, from the node of the last two characters; a {@link
 * PairFilter} of these ends most walks before the first step, which makes it faster on texts that
 * hold few of the phrases than an automaton with failure links, whose every step waits for the one
 * before. Immutable and safe from any thread.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseFinder<V> {
  private static final int NODE_BITS = 24;
  private static final int MOST_NODES = (1 << NODE_BITS) - 1;
  private static final int NONE = 0;

  /** Characters that are phrases by themselves. */
  private final CharacterSet single;

  /** The last two characters of the longer phrases, and the nodes to which they lead. */
  private final PairFilter ends;

  private final Edges pairs = new Edges();
  /** From a node and a character to the next node. */
  private final Edges edges = new Edges();

  /** What the phrase of a node stands for, from 1; 0 when none ends there. */
  private int[] valueOf = new int[1 << 9];

  private final List<V> values;
  private int nodes = 1;

  /** Empty phrases are left out; at most 16.7 million nodes are possible. */
  public PhraseFinder(Map<String, V> phrases) {
    ends = new PairFilter(phrases.size());
    values = new ArrayList<>(phrases.size());
    new TreeMap<>(phrases).forEach(this::put);
    var alone = new StringBuilder();
    phrases.keySet().stream().filter(p -> p.length() == 1).forEach(alone::append);
    single = new CharacterSet(alone);
  }

  private void put(String phrase, V value) {
    int length = phrase.length();
    if (length == 0) {
      return;
    }
    int node = 0;
    for (int i = length - 1; i >= 0; i--) {
      int next = edges.get(key(node, phrase.charAt(i)));
      node = next == NONE ? grow(node, phrase.charAt(i)) : next;
      if (i == length - 2) {
        lead(phrase.charAt(i), phrase.charAt(i + 1), node);
      }
    }
    values.add(value);
    valueOf[node] = values.size();
  }

  private void lead(char first, char second, int node) {
    ends.add(first, second);
    if (pairs.get(pair(first, second)) == NONE) {
      pairs.put(pair(first, second), node);
    }
  }

  private int grow(int parent, char c) {
    if (nodes == MOST_NODES) {
      throw new IllegalArgumentException(
          "phrases: at most " + MOST_NODES + " different endings are possible");
    }
    if (nodes == valueOf.length) {
      valueOf = Arrays.copyOf(valueOf, nodes * 2);
    }
    edges.put(key(parent, c), nodes);
    return nodes++;
  }

  /** Calls {@code sink} for each occurrence in {@code [from, to)}, in order of its end. */
  public void find(char[] text, int from, int to, Sink<V> sink) {
    for (int last = from; last < to; last++) {
      char c = text[last];
      if (single.holds(c)) {
        report(edges.get(key(0, c)), last, last + 1, sink);
      }
      if (last == from || !ends.mayHold(text[last - 1], c)) {
        continue;
      }
      int start = last - 1;
      int node = pairs.get(pair(text[start], c));
      while (node != NONE) {
        report(node, start, last + 1, sink);
        start--;
        node = start < from ? NONE : edges.get(key(node, text[start]));
      }
    }
  }

  private void report(int node, int start, int end, Sink<V> sink) {
    int value = valueOf[node];
    if (value != 0) {
      sink.hit(start, end, values.get(value - 1));
    }
  }

  private static long key(int node, char c) {
    return (long) node << Character.SIZE | c;
  }

  private static long pair(char first, char second) {
    return (long) first << Character.SIZE | second;
  }

  /** An open addressing table of nodes by keys of 40 bits. */
  private static final class Edges {
    /** Above: key; below: node, from 1. 0 is free. */
    private long[] slots = new long[1 << 8];

    private int used;

    /** The node of a key; {@link #NONE} without one. */
    private int get(long key) {
      int mask = slots.length - 1;
      for (int slot = slot(key, mask); slots[slot] != 0; slot = (slot + 1) & mask) {
        if (slots[slot] >>> NODE_BITS == key) {
          return (int) slots[slot] & MOST_NODES;
        }
      }
      return NONE;
    }

    /** Adds a key that is not there. */
    private void put(long key, int node) {
      used++;
      if (used * 2 > slots.length) {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
          if (entry != 0) {
            place(entry);
          }
        }
      }
      place(key << NODE_BITS | node);
    }

    private void place(long entry) {
      int mask = slots.length - 1;
      int slot = slot(entry >>> NODE_BITS, mask);
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = entry;
    }

    private static int slot(long key, int mask) {
      long h = key * 0x9E3779B97F4A7C15L;
      return (int) (h >>> 32 ^ h >>> 48) & mask;
    }
  }

  /**
   * Takes occurrences.
   *
   * @param <V> what a phrase stands for
   */
  @FunctionalInterface
  public interface Sink<V> {
    /** One occurrence over {@code [start, end)}. */
    void hit(int start, int end, V value);
  }
}
