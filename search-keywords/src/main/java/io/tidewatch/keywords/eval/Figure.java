package io.tidewatch.keywords.eval;

/**
 * One figure of one market.
 *
 * @param system {@code tidewatch}, {@code oracle} or a named baseline
 * @param metric name with its unit; shares are 0 to 1
 * @param value finite
 * @param n number of cases behind it
 * @param share whether it is {@code hits / n}, so that markets are put together by their cases
 */
public record Figure(String system, String metric, double value, long n, boolean share) {

  static Figure of(String system, String metric, double value, long n) {
    return new Figure(system, metric, value, n, false);
  }

  /** {@code n} is positive. */
  static Figure share(String system, String metric, long hits, long n) {
    return new Figure(system, metric, (double) hits / n, n, true);
  }
}
