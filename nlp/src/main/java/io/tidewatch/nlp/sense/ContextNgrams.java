package io.tidewatch.nlp.sense;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.weights.FeatureHash;

/**
 * Enumerates what stands around a slot as hash buckets: character 1- to 3-grams that touch it, by
 * side, and the 1- and 2-grams within reach. The slot itself is not looked at. Immutable.
 */
public final class ContextNgrams {
  /** Characters on either side that are looked at. */
  private static final int REACH = 24;

  private static final int TOUCHING = 3;
  private static final char EDGE = ' ';

  private final FeatureHash hash;

  /** {@code bits}, 10 to 22, gives 2^bits buckets. */
  public ContextNgrams(int bits) {
    hash = new FeatureHash(bits);
  }

  /** Takes buckets. */
  @FunctionalInterface
  public interface Sink {
    /** One feature; {@code touching} when it stands beside the slot. */
    void bucket(int bucket, boolean touching);
  }

  /** Gives the features around {@code [start, end)} to {@code sink}, repeats included. */
  public void each(NormalText text, int start, int end, Sink sink) {
    int from = Math.max(0, start - REACH);
    int to = Math.min(text.length(), end + REACH);
    int left = 0;
    int right = 0;
    for (int i = 0; i < TOUCHING; i++) {
      left = left * 0x10001 + at(text, start - 1 - i);
      right = right * 0x10001 + at(text, end + i);
      sink.bucket(hash.bucket(left, i, 1), true);
      sink.bucket(hash.bucket(right, i, 2), true);
    }
    sink.bucket(hash.bucket(at(text, start - 1), at(text, end), 3), true);
    bag(text, from, start, sink);
    bag(text, end, to, sink);
  }

  private void bag(NormalText text, int from, int to, Sink sink) {
    char before = EDGE;
    for (int i = from; i < to; i++) {
      char c = at(text, i);
      if (c != EDGE) {
        sink.bucket(hash.bucket(c, 0, 4), false);
        if (before != EDGE) {
          sink.bucket(hash.bucket(before, c, 5), false);
        }
      }
      before = c;
    }
  }

  private static char at(NormalText text, int i) {
    if (i < 0 || i >= text.length() || text.at(i) == '\n') {
      return EDGE;
    }
    char c = text.at(i);
    return Characters.asciiDigit(c) ? '0' : c;
  }
}
