package io.tidewatch.nlp.text;

/** A set of characters of the basic plane, one bit each. Immutable. */
public final class CharacterSet {
  private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  /** The characters of a text, in any order. */
  public CharacterSet(CharSequence characters) {
    characters.chars().forEach(c -> bits[c >>> 6] |= 1L << c);
  }

  public boolean holds(char c) {
    return ((bits[c >>> 6] >>> c) & 1) != 0;
  }
}
