package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.List;

/**
 * What a listed word can mean.
 *
 * @param token the same for all words of one meaning; families compare it
 * @param linked whether the word alone is enough, without one of {@code support} in the query
 * @param support words that make it mean this
 * @param against words, or phrases around it, that make it mean something else
 * @param brandToken the token of a product's brand; empty otherwise
 * @param categoryId a product's category; empty otherwise
 */
record Sense(
    QueryPart part,
    TypeReason reason,
    String token,
    boolean linked,
    List<String> support,
    List<String> against,
    String brandToken,
    String categoryId) {

  static final String PART_FACET = "part";

  static Sense word(QueryPart part, TypeReason.Code code, String detail, String token) {
    return new Sense(part, new TypeReason(code, detail), token, true, List.of(), List.of(), "", "");
  }

  /** Whether it may be meant in {@code text}. */
  boolean possibleIn(String text) {
    for (String phrase : against) {
      if (text.contains(phrase)) {
        return false;
      }
    }
    return linked || support.stream().anyMatch(text::contains);
  }

  boolean catalogue() {
    return reason.code() == TypeReason.Code.CATALOGUE;
  }

  /** Whether it names something that belongs to another thing. */
  boolean accessory() {
    return part == QueryPart.CATEGORY && reason.detail().equals(PART_FACET);
  }
}
