package io.tidewatch.model.trend;

import java.time.LocalDate;
import java.util.List;

/**
 * A key that has moved up over weeks, measured against all other keys of its kind.
 *
 * @param unit {@code authors} or {@code titles}; {@code texts} or {@code documents} when these were
 *     asked to be counted
 * @param movement {@code level}: it has stood at a new level since a day; {@code climb}: it grows
 * @param since first day of the new level; for a climb the first day that was read
 * @param count units over all days that were read
 * @param factor the new level over the old, or growth over four weeks; low and high are 5 and 95 %
 *     bounds for a climb, and equal the middle for a level
 * @param score evidence in standard deviations
 * @param evidence newest documents that carry it since then, at most ten
 */
public record Mover(
    String key,
    String name,
    KeyKind kind,
    String unit,
    String movement,
    LocalDate since,
    long count,
    Interval3 factor,
    double score,
    List<String> evidence) {

  /** Most documents that a row shows. */
  public static final int EVIDENCE = 10;

  public Mover {
    evidence = List.copyOf(evidence);
  }
}
