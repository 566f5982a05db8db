package io.tidewatch.model.trend;

import java.time.Instant;
import java.util.List;

/**
 * How one aspect is judged in one stretch of time. A document counts once with each polarity that it
 * expresses.
 *
 * @param start start of the local hour or day (UTC instant)
 * @param documents documents that judge the aspect
 * @param authors distinct authors of those; documents without an author count as one of their own
 * @param evidence newest of them, at most three
 */
public record AspectPoint(
    String aspect,
    Instant start,
    long documents,
    long authors,
    long positive,
    long negative,
    List<String> evidence) {

  /** Most documents that a row shows. */
  public static final int EVIDENCE = 3;

  public AspectPoint {
    evidence = List.copyOf(evidence);
  }
}
