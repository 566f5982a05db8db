package io.tidewatch.keywords;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the sources of candidates. */
public final class KeywordSources {
  /** Words whose orders or results lie in the categories that are asked about. */
  public static final String CATEGORY = "category";

  /** Words that a start word's searchers searched too. */
  public static final String CO_SEARCH = "co-search";

  /** Words under which the products of a start word are clicked. */
  public static final String CO_CLICK = "co-click";

  /** Words that the brand's buyers searched in the week before. */
  public static final String ORDER_PATH = "order-path";

  /** Words that hold a name of the brand, its products, the product, or what the category sells. */
  public static final String CATALOGUE = "catalogue";

  /** Words that hold a name of a rival or its products. */
  public static final String COMPETITOR = "competitor";

  /** Rising talk that no keyword holds yet. */
  public static final String TALK = "talk";

  /** Aspects that people praise. */
  public static final String ASPECT = "aspect";

  /** Occasions that come. */
  public static final String HOLIDAY = "holiday";

  /** Words that are near in meaning and lead to the same clicks. */
  public static final String SEMANTIC = "semantic";

  /** Used when none is named: everything that needs no other room. */
  public static final List<String> DEFAULT =
      List.of(CATEGORY, CO_SEARCH, CO_CLICK, ORDER_PATH, CATALOGUE, COMPETITOR);

  private KeywordSources() {}

  /** The named ones, the default for none; {@code all} stands for every one of {@code known}. */
  static Set<String> chosen(Set<String> named, Set<String> known) {
    if (named.isEmpty()) {
      return new LinkedHashSet<>(DEFAULT);
    }
    if (named.contains("all")) {
      return known;
    }
    for (String name : named) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "sources: all or some of " + String.join(", ", known) + " are required, got " + name);
      }
    }
    return named;
  }
}
