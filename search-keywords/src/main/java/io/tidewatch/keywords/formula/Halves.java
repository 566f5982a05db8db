package io.tidewatch.keywords.formula;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Orders of one keyword in one category in each half of the window. */
public record Halves(Half before, Half after) {

  /**
   * One half.
   *
   * @param byBrand distinct (user, day) of each brand with an order
   * @param buyers distinct users
   * @param gmv sum of the values in the one currency
   * @param squares sum of their squares
   */
  public record Half(SortedMap<String, Long> byBrand, long buyers, double gmv, double squares) {
    public Half {
      byBrand = Collections.unmodifiableSortedMap(new TreeMap<>(byBrand));
    }
  }
}
