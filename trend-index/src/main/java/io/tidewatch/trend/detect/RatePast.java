package io.tidewatch.trend.detect;

/**
 * The past of a kind of key up to the start of the window, as far as all its keys share it: the
 * profile, the decayed exposure X at each hour, the prior, and the dispersion. Decay runs over
 * observed hours only, α = 0.5^(1/336 h). Immutable.
 */
final class RatePast {
  /** Observed hours after which a count weighs half. */
  static final double HALF_LIFE = 336;

  /** Exposure of the prior in hours, x₀. */
  static final double PRIOR_EXPOSURE = 168;

  private static final double LOG_DECAY = -Math.log(2) / HALF_LIFE;

  private final Timeline timeline;
  private final HourOfWeekProfile profile;
  private final double[] exposureAt;
  private final double[] decayAt;
  private final double[] growthAfter;
  private final double exposure;
  private final double observed;
  private final double priorSum;

  /**
   * @param meanRate units a key and hour of average activity, positive
   */
  RatePast(Timeline timeline, HourOfWeekProfile profile, double meanRate) {
    this.timeline = timeline;
    this.profile = profile;
    this.priorSum = PRIOR_EXPOSURE * meanRate;
    int length = timeline.length();
    this.exposureAt = new double[length];
    this.decayAt = new double[length];
    this.growthAfter = new double[length];
    double x = 0;
    double o = 0;
    for (int i = 0; i < length; i++) {
      exposureAt[i] = x;
      decayAt[i] = decay(o);
      double part = timeline.past(i);
      x = x * decay(part) + part * profile.at(timeline.slot(i));
      o += part;
      growthAfter[i] = 1 / decay(o);
    }
    this.exposure = x;
    this.observed = o;
  }

  private static double decay(double observedHours) {
    return Math.exp(LOG_DECAY * observedHours);
  }

  /** Exposure of hour {@code i} before the window: its observed part times f. */
  double past(int i) {
    return timeline.past(i) * profile.at(timeline.slot(i));
  }

  /** Exposure of hour {@code i} in the window. */
  double window(int i) {
    return timeline.window(i) * profile.at(timeline.slot(i));
  }

  /** F: exposure of the whole window. */
  double windowExposure() {
    double sum = 0;
    for (int i = 0; i < timeline.length(); i++) {
      sum += window(i);
    }
    return sum;
  }

  /** Decayed exposure x just before hour {@code i}. */
  double exposureBefore(int i) {
    return exposureAt[i];
  }

  /** What a unit counted at the very start weighs just before hour {@code i}, 0 to 1. */
  double decayBefore(int i) {
    return decayAt[i];
  }

  /**
   * The inverse of what a unit counted at the very start weighs just after hour {@code i}: units
   * counted in it, times this, can be summed with those of other hours and decayed together.
   */
  double growthAfter(int i) {
    return growthAfter[i];
  }

  /** What a unit counted at the very start weighs at the start of the window. */
  double decay() {
    return decay(observed);
  }

  /** Decayed exposure x at the start of the window. */
  double exposure() {
    return exposure;
  }

  /** Observed hours of the past. */
  double observed() {
    return observed;
  }

  /** a₀. */
  double priorSum() {
    return priorSum;
  }

  Timeline timeline() {
    return timeline;
  }
}
