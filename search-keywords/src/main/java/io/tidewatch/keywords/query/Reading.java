package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;

/**
 * A piece of a query that has got its type.
 *
 * @param start half-open offsets into the normal text
 * @param token the same for all words of one meaning
 * @param brandToken the token of a product's brand; empty otherwise
 * @param categoryId a listed product's category; empty otherwise
 * @param listed whether the catalogue, the lexicon or the log knows the word
 */
record Reading(
    int start,
    int end,
    String word,
    QueryPart part,
    TypeReason reason,
    String token,
    String brandToken,
    String categoryId,
    boolean listed) {

  static Reading of(Piece piece, Sense sense) {
    return new Reading(
        piece.start(),
        piece.end(),
        piece.word(),
        sense.part(),
        sense.reason(),
        sense.token(),
        sense.brandToken(),
        sense.categoryId(),
        true);
  }

  /** A piece that is in no list; its token is the word. */
  static Reading guessed(
      int start, String word, QueryPart part, TypeReason.Code code, String detail) {
    return new Reading(
        start,
        start + word.length(),
        word,
        part,
        new TypeReason(code, detail),
        "u:" + word,
        "",
        "",
        false);
  }

  /** Whether it names something that belongs to another thing. */
  boolean accessory() {
    return part == QueryPart.CATEGORY && reason.detail().equals(Sense.PART_FACET);
  }
}
