package io.tidewatch.nlp.sentiment;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;

/**
 * Enumerates the character 1- to 3-grams of a text as hash buckets. Bracket emoticons and emoji are
 * left out (the lexicon judges them), digits are one character, and spaces separate. Immutable.
 */
public final class CharacterNgrams {
  private static final char EDGE = ' ';

  private final int mask;

  /** {@code bits}, 10 to 22, gives 2^bits buckets. */
  public CharacterNgrams(int bits) {
    if (bits < 10 || bits > 22) {
      throw new IllegalArgumentException("bits: 10 to 22 is required, got " + bits);
    }
    mask = (1 << bits) - 1;
  }

  /** Takes buckets. */
  @FunctionalInterface
  public interface Sink {
    /** One n-gram's bucket. */
    void bucket(int bucket);
  }

  /** Gives the bucket of each n-gram in {@code [from, to)} to {@code sink}, repeats included. */
  public void each(NormalText text, int from, int to, Sink sink) {
    char first = EDGE;
    char second = EDGE;
    for (int i = from; i <= to; i++) {
      char c = i == to ? EDGE : reduce(text, i);
      if (c == 0 || (c == EDGE && second == EDGE)) {
        continue;
      }
      if (c != EDGE) {
        sink.bucket(bucket(c, 0, 0));
      }
      sink.bucket(bucket(second, c, 1));
      if (second != EDGE) {
        sink.bucket(bucket(first * 0x10001 + second, c, 2));
      }
      first = second;
      second = c;
    }
  }

  private static char reduce(NormalText text, int i) {
    char c = text.at(i);
    if (text.mark(i) == NormalText.EMOTICON || Character.isSurrogate(c)) {
      return 0;
    }
    if (c == '\n') {
      return EDGE;
    }
    return Characters.asciiDigit(c) ? '0' : c;
  }

  private int bucket(int a, int b, int length) {
    int h = a * 0x9E3779B1 + b * 0x85EBCA77 + length * 0xC2B2AE3D;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    h ^= h >>> 15;
    return h & mask;
  }
}
