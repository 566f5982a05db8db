package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Met;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people met under a keyword in one category.
 *
 * @param all of the whole market
 * @param byBrand of each brand that is known
 * @param complete whether a brand that is not known was not met
 */
record Meetings(Met all, SortedMap<String, Met> byBrand, boolean complete) {

  static final Meetings NONE = new Meetings(Met.NOTHING, Collections.emptySortedMap(), false);

  Meetings {
    byBrand = Collections.unmodifiableSortedMap(new TreeMap<>(byBrand));
  }

  /** Where the brands are all there are. */
  static Meetings of(SortedMap<String, Met> byBrand) {
    return new Meetings(byBrand.values().stream().reduce(Met.NOTHING, Met::plus), byBrand, true);
  }

  Met of(String brandId) {
    Met known = byBrand.get(brandId);
    if (known != null) {
      return known;
    }
    return !complete
        ? Met.NOTHING
        : new Met(
            all.impressions() == null ? null : Long.valueOf(0),
            all.clicks() == null ? null : Long.valueOf(0),
            all.carts() == null ? null : Long.valueOf(0),
            0,
            0,
            0,
            0);
  }
}
