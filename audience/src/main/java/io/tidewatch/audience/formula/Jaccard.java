package io.tidewatch.audience.formula;

/**
 * How alike two sets of users are.
 *
 * @param jaccard |A∩B|/|A∪B|, 0 to 1
 * @param overlap |A∩B| over the smaller of both, 0 to 1
 * @param lift of both together over independence
 */
public record Jaccard(int common, double jaccard, double overlap, double lift) {

  /** From counts; all 0 when one of the sets is empty. */
  public static Jaccard of(int common, int a, int b, int all) {
    if (a == 0 || b == 0) {
      return new Jaccard(0, 0, 0, 0);
    }
    return new Jaccard(
        common,
        (double) common / (a + b - common),
        (double) common / Math.min(a, b),
        (double) common * all / ((double) a * b));
  }
}
