package io.tidewatch.keywords;

import java.util.List;
import java.util.Map;

/**
 * Which words people search together, click the same products under, and search before they buy a
 * brand. Immutable.
 *
 * @param coSearch words by a word's searchers who searched them too, strongest first
 * @param coClick words by the products clicked under both, strongest first
 * @param orderPaths words that buyers of a brand searched in the week before, most buyers first
 * @param skippedUsers users with too many words to say anything, such as robots
 */
record KeywordRelations(
    Map<String, List<Neighbour>> coSearch,
    Map<String, List<Neighbour>> coClick,
    Map<String, List<Neighbour>> orderPaths,
    long skippedUsers) {

  static final KeywordRelations NONE = new KeywordRelations(Map.of(), Map.of(), Map.of(), 0);

  KeywordRelations {
    coSearch = Map.copyOf(coSearch);
    coClick = Map.copyOf(coClick);
    orderPaths = Map.copyOf(orderPaths);
  }

  /**
   * A word beside another, or before a brand.
   *
   * @param strength cosine of co-search or co-click, 0 to 1; for a path the part of the brand's
   *     buyers with any search
   * @param count users, shared products, or buyers
   */
  record Neighbour(String word, double strength, long count) {}
}
