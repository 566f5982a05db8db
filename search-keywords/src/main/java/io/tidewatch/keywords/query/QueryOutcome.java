package io.tidewatch.keywords.query;

/**
 * What a query led to.
 *
 * @param query as typed
 * @param searches times it was searched and it is known whether there were results
 * @param shown searches that showed at least one result, at most {@code searches}
 * @param tracked shown ones of which it is known whether a result was clicked, at most {@code shown}
 * @param clicked searches in which a result was clicked, at most {@code tracked}
 */
public record QueryOutcome(String query, long searches, long shown, long tracked, long clicked) {

  /** Of which all clicks are known. */
  public QueryOutcome(String query, long searches, long shown, long clicked) {
    this(query, searches, shown, shown, clicked);
  }

  public QueryOutcome {
    if (clicked < 0 || clicked > tracked || tracked > shown || shown > searches) {
      throw new IllegalArgumentException(
          "searches: at least shown, which is at least tracked, which is at least clicked, and none"
              + " negative, is required, got " + searches + ", " + shown + ", " + tracked + ", "
              + clicked);
    }
  }

  /** Of searches whose clicks are known, the share that was clicked. */
  WilsonShare clickedShare() {
    return WilsonShare.of(clicked, searches - shown + tracked);
  }
}
