package io.tidewatch.nlp.text;

import io.tidewatch.model.annotation.Span;
import java.util.List;

/**
 * A normalised text that knows where each of its characters stood. Positions are indexes into
 * {@link #chars}; the author's own words come first, words that a repost quotes follow from {@link
 * #ownEnd}. The arrays belong to the text and must not be written. Safe from any thread.
 */
public final class NormalText {
  /** An ordinary character. */
  public static final byte PLAIN = 0;
  /** Part of a bracket emoticon. */
  public static final byte EMOTICON = 1;
  /** Part of a hashtag. */
  public static final byte HASHTAG = 2;

  private final String original;
  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final byte[] marks;
  private final int length;
  private final int ownEnd;
  private final List<String> hashtags;
  private final List<String> repostChain;

  NormalText(
      String original,
      char[] chars,
      int[] starts,
      int[] ends,
      byte[] marks,
      int length,
      int ownEnd,
      List<String> hashtags,
      List<String> repostChain) {
    this.original = original;
    this.chars = chars;
    this.starts = starts;
    this.ends = ends;
    this.marks = marks;
    this.length = length;
    this.ownEnd = ownEnd;
    this.hashtags = List.copyOf(hashtags);
    this.repostChain = List.copyOf(repostChain);
  }

  public String original() {
    return original;
  }

  /** At least {@link #length} characters, of which only the first {@code length} count. */
  public char[] chars() {
    return chars;
  }

  public char at(int i) {
    return chars[i];
  }

  public int length() {
    return length;
  }

  /** Where quoted words begin; {@link #length} when nothing is quoted. */
  public int ownEnd() {
    return ownEnd;
  }

  /** {@link #PLAIN}, {@link #EMOTICON} or {@link #HASHTAG}. */
  public byte mark(int i) {
    return marks[i];
  }

  /** Normalised, without the # signs, each once, in order. */
  public List<String> hashtags() {
    return hashtags;
  }

  /** Handles, without the @, of those whose words are quoted: the nearest first, each once. */
  public List<String> repostChain() {
    return repostChain;
  }

  /** The original span of the non-empty range {@code [from, to)}. */
  public Span span(int from, int to) {
    return new Span(starts[from], ends[to - 1]);
  }

  /** The first position at or after the original offset; {@link #length} when there is none. */
  public int positionOf(int offset) {
    int low = 0;
    int high = length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (ends[mid] <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** The characters of {@code [from, to)}. */
  public String substring(int from, int to) {
    return new String(chars, from, to - from);
  }

  @Override
  public String toString() {
    return substring(0, length);
  }
}
