package io.tidewatch.audience.metric;

/**
 * A figure with its 95 % bounds, low ≤ high; {@code mid} is the figure itself and lies between them
 * except for bootstraps of figures that are not smooth.
 *
 * @param low lower bound; may be negative infinity where data set none
 * @param mid the figure
 * @param high upper bound; may be positive infinity where data set none
 */
public record Interval(double low, double mid, double high) {
  /**
   * Takes the bounds.
   *
   * @throws IllegalArgumentException when the bounds are the wrong way round or not numbers
   */
  public Interval {
    if (!(low <= high) || Double.isNaN(mid)) {
      throw new IllegalArgumentException(
          "interval: low not above high is required, got " + low + ", " + mid + ", " + high);
    }
  }
}
