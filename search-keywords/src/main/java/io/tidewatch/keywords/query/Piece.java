package io.tidewatch.keywords.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a query.
 *
 * @param start half-open offsets into the normal text
 * @param word without inner spaces
 * @param senses what it may mean; empty for a pattern and for what is not listed
 * @param pattern null for a listed word and for unlisted Han
 */
record Piece(
    int start,
    int end,
    String word,
    List<Sense> senses,
    @Nullable SpecPattern pattern) {

  Piece {
    senses = List.copyOf(senses);
  }

  boolean listed() {
    return !senses.isEmpty();
  }

  /** Unlisted, and no pattern. */
  boolean residue() {
    return senses.isEmpty() && pattern == null;
  }
}
