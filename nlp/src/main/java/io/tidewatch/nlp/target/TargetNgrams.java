package io.tidewatch.nlp.target;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.weights.FeatureHash;

/**
 * Enumerates what stands around a target as hash buckets: 1- to 3-grams of its clause by side and
 * nearness, pairs of the target's end with what follows it, and 1- and 2-grams of the clauses before
 * and behind. Immutable.
 */
public final class TargetNgrams {
  private static final int NEAR = 4;
  private static final int PAIRED = 10;
  private static final int CLAUSE = 30;
  private static final char EDGE = ' ';

  private final FeatureHash hash;

  /** {@code bits}, 10 to 22, gives 2^bits buckets. */
  public TargetNgrams(int bits) {
    hash = new FeatureHash(bits);
  }

  /** Takes buckets. */
  @FunctionalInterface
  public interface Sink {
    /** One feature's bucket. */
    void bucket(int bucket);
  }

  /** Gives the features of the target {@code [from, to)} within {@code [0, end)} to {@code sink}. */
  public void each(NormalText text, int end, int from, int to, Sink sink) {
    int start = clauseStart(text, from);
    int stop = clauseEnd(text, end, to);
    grams(text, start, from, 1, 3, sink);
    grams(text, to, stop, 2, 3, sink);
    grams(text, Math.max(start, from - NEAR), from, 3, 3, sink);
    grams(text, to, Math.min(stop, to + NEAR), 4, 3, sink);
    grams(text, from, to, 5, 2, sink);
    if (start > 0) {
      grams(text, clauseStart(text, start - 1), start - 1, 6, 2, sink);
    }
    if (stop < end) {
      int next = clauseEnd(text, end, stop + 1);
      grams(text, stop + 1, next, 7, 2, sink);
      if (next < end) {
        grams(text, next + 1, clauseEnd(text, end, next + 1), 8, 2, sink);
      }
    }
    if (to > from) {
      int tail = text.at(to - 1) * 31 + (to - from > 1 ? text.at(to - 2) : 0);
      pairs(text, to, Math.min(stop, to + PAIRED), tail, sink);
    }
  }

  private void pairs(NormalText text, int from, int to, int tail, Sink sink) {
    char before = EDGE;
    for (int i = from; i < to; i++) {
      char c = reduce(text, i);
      sink.bucket(hash.bucket(tail, c, 9));
      if (before != EDGE) {
        sink.bucket(hash.bucket(tail, before * 0x10001 + c, 10));
      }
      before = c;
    }
  }

  private void grams(NormalText text, int from, int to, int zone, int longest, Sink sink) {
    char first = EDGE;
    char second = EDGE;
    for (int i = from; i < to; i++) {
      char c = reduce(text, i);
      if (c == EDGE) {
        continue;
      }
      sink.bucket(hash.bucket(c, zone, 11));
      if (second != EDGE) {
        sink.bucket(hash.bucket(second * 0x10001 + c, zone, 12));
        if (first != EDGE && longest > 2) {
          sink.bucket(hash.bucket(first * 0x10001 + second * 0x101 + c, zone, 13));
        }
      }
      first = second;
      second = c;
    }
  }

  private static int clauseStart(NormalText text, int from) {
    int i = from;
    while (i > 0 && from - i < CLAUSE && !breaks(text, i - 1)) {
      i--;
    }
    return i;
  }

  private static int clauseEnd(NormalText text, int end, int to) {
    int i = to;
    while (i < end && i - to < CLAUSE && !breaks(text, i)) {
      i++;
    }
    return Math.min(i, end);
  }

  private static boolean breaks(NormalText text, int i) {
    return Characters.endsClause(text.at(i)) || text.at(i) == ',' || text.at(i) == '\n';
  }

  private static char reduce(NormalText text, int i) {
    char c = text.at(i);
    if (text.mark(i) == NormalText.EMOTICON || Character.isSurrogate(c) || c == '\n') {
      return EDGE;
    }
    return Characters.asciiDigit(c) ? '0' : c;
  }
}
