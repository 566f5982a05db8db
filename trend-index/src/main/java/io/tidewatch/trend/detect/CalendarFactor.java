package io.tidewatch.trend.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much louder a key's whole category is than it should be, without the key itself: g = clip(
 * (volume + κ) ÷ (expectation + κ), 1, 5), so that at New Year not every word "bursts". κ = {@link
 * #PRIOR_UNITS} units keep a category that is nearly silent from moving anything. The definition is Tidewatch's own
 * (FORMULAS §3).
 *
 * @param others units of the category's other keys in the window, not negative
 * @param expected what these keys' own pasts expect, not negative
 */
public record CalendarFactor(double others, double expected) {
  static final double PRIOR_UNITS = 10;
  static final double LOW = 1;
  static final double HIGH = 5;

  /** g, 1 to 5. */
  public double factor() {
    return Math.clamp((others + PRIOR_UNITS) / (expected + PRIOR_UNITS), LOW, HIGH);
  }

  /** Both inputs, then g. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("others", others);
    values.put("expected", expected);
    values.put("g", factor());
    return values;
  }
}
