package io.tidewatch.trend;

/**
 * How much louder a key's whole category is than it should be, without the key itself: g = clip(
 * (volume + κ) ÷ (expectation + κ), 1, 5), so that at New Year not every word "bursts". κ = {@link
 * #PRIOR_UNITS} units keep a category that is nearly silent from moving anything.
 */
final class CalendarFactor {
  static final double PRIOR_UNITS = 10;
  static final double LOW = 1;
  static final double HIGH = 5;

  private CalendarFactor() {}

  /**
   * @param others units of the category's other keys in the window
   * @param expected what these keys' own pasts expect
   */
  static double of(double others, double expected) {
    return Math.clamp((others + PRIOR_UNITS) / (expected + PRIOR_UNITS), LOW, HIGH);
  }
}
