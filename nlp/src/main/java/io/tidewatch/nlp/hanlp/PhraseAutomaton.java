package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds every occurrence of many phrases in one run over a text. Immutable and safe from any
 * thread.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseAutomaton<V> {
  private final @Nullable AhoCorasickDoubleArrayTrie<V> trie;

  /** Empty phrases are left out. */
  public PhraseAutomaton(Map<String, V> phrases) {
    var sorted = new TreeMap<>(phrases);
    sorted.remove("");
    if (sorted.isEmpty()) {
      trie = null;
    } else {
      trie = new AhoCorasickDoubleArrayTrie<>(sorted);
    }
  }

  /** Calls {@code sink} for each occurrence, in order of its end, in {@code text}. */
  public void find(char[] text, Sink<V> sink) {
    if (trie != null) {
      trie.parseText(text, (AhoCorasickDoubleArrayTrie.IHit<V>) sink::hit);
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
