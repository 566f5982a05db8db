package io.tidewatch.audience.metric;

import io.tidewatch.audience.formula.Wilson;

/**
 * How much more often users of one selection deepen than those of another: model / rule − 1. It
 * compares two selections; only a hold-out that was left untouched shows what a campaign caused.
 *
 * @param model the selection that is judged
 * @param rule what it is judged against
 */
public record RelativeDeepening(DeepeningRate model, DeepeningRate rule) {
  /**
   * Model's rate less the rule's with its 95 % interval from two Wilson intervals (R. Newcombe,
   * Statistics in Medicine 17, 1998, method 10).
   */
  public Interval difference() {
    Interval a = model.interval();
    Interval b = rule.interval();
    double difference = a.mid() - b.mid();
    double down = Math.hypot(a.mid() - a.low(), b.high() - b.mid());
    double up = Math.hypot(a.high() - a.mid(), b.mid() - b.low());
    return new Interval(difference - down, difference, difference + up);
  }

  /**
   * model / rule − 1 with its 95 % interval on the logarithm of the ratio (D. Katz et al.,
   * Biometrics 34, 1978). When a selection has nobody who moved, half a user is added to both
   * numerators and both bases.
   */
  public Interval relative() {
    double correction = model.moved() == 0 || rule.moved() == 0 ? 0.5 : 0;
    double m = model.moved() + correction;
    double r = rule.moved() + correction;
    double mBase = model.base() + correction;
    double rBase = rule.base() + correction;
    double ratio = Math.log(m / mBase) - Math.log(r / rBase);
    double error = Math.sqrt(Math.max(0, 1 / m - 1 / mBase + 1 / r - 1 / rBase));
    return new Interval(
        Math.exp(ratio - Wilson.Z95 * error) - 1,
        Math.exp(ratio) - 1,
        Math.exp(ratio + Wilson.Z95 * error) - 1);
  }
}
