package io.tidewatch.nlp.tagger;

import io.tidewatch.nlp.text.NormalText;

/** A text as the tagger reads it. Its arrays must not be written. */
public final class TaggerInput {
  private final NormalText text;
  private final int length;
  private final int[] wordEnds;
  private final byte[] linked;

  /**
   * @param length normalised characters to tag, from the first
   * @param wordEnds where words end, in order; the last is {@code length}
   * @param linked marks of catalogue names, see {@link CharacterFeatures#linkedMark}
   */
  public TaggerInput(NormalText text, int length, int[] wordEnds, byte[] linked) {
    this.text = text;
    this.length = length;
    this.wordEnds = wordEnds;
    this.linked = linked;
  }

  public NormalText text() {
    return text;
  }

  /** Normalised characters to tag. */
  public int length() {
    return length;
  }

  /** Whether a character belongs to a name of the catalogue. */
  public boolean linked(int at) {
    return linked[at] != 0;
  }

  /** Whether it holds a brand that {@code names} know and the catalogue does not. */
  boolean holdsBrand(NameTable names) {
    return names.holdsBrand(text.chars(), length, linked);
  }

  /** The features of its characters under 2^bits numbers. */
  public CharacterFeatures features(int bits, NameTable names) {
    return new CharacterFeatures(bits, names, text.chars(), length, wordEnds, linked);
  }
}
