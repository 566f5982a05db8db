package io.tidewatch.model.trend;

import java.time.Instant;
import java.util.List;

/**
 * Documents of one day whose texts are nearly the same.
 *
 * @param id the smallest of their keys
 * @param documents how many
 * @param units distinct authors and titles among them
 * @param wordings distinct texts among them, once normalised
 * @param first time of the first of them
 * @param last time of the last
 * @param keys their keys in order, at most {@link #KEYS}
 */
public record DuplicateGroup(
    String id,
    long documents,
    long units,
    long wordings,
    Instant first,
    Instant last,
    List<String> keys) {

  /** Most keys that a row shows. */
  public static final int KEYS = 100;

  public DuplicateGroup {
    keys = List.copyOf(keys);
  }
}
