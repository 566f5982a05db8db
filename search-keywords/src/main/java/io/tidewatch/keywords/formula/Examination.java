package io.tidewatch.keywords.formula;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of what stands at each place of a result list is looked at, against the first place.
 *
 * @param places by position; only those that the data tell. Empty when they tell none
 * @param items keyword-product pairs that stood at several of these places
 * @param clicks their clicks
 * @param converged whether the estimate settled
 */
public record Examination(
    SortedMap<Integer, Place> places, int items, long clicks, boolean converged) {

  public static final Examination UNKNOWN = new Examination(new TreeMap<>(), 0, 0, false);

  public Examination {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Above 0, usually at most 1; null where the data do not tell it. */
  @Nullable
  public Double at(int position) {
    Place place = places.get(position);
    return place == null ? null : Double.valueOf(place.examination().mid());
  }

  /**
   * One place.
   *
   * @param examination against the first place, with 5 % and 95 % bounds
   * @param shown of the pairs that tell it
   * @param clicks of the pairs that tell it
   */
  public record Place(Interval examination, long shown, long clicks) {}
}
