package io.tidewatch.trend.detect;

/**
 * How much is said at each of the 168 hours of a local week relative to the average hour, f in
 * FORMULAS: all keys of a kind pooled, data before the window only.
 *
 * <p>Smoothed twice: the hour of the day is drawn towards 1 and the hour of the week towards its
 * hour of the day, each with the weight of {@link #PRIOR_UNITS} counted units; then neighbours are
 * mixed ¼, ½, ¼ around the week; then the mean is set to 1. Slots that were never observed so take
 * the value of their surroundings. Immutable.
 */
public final class HourOfWeekProfile {
  static final int SLOTS = 168;

  /** Units of pseudo-data behind each smoothing step. */
  static final double PRIOR_UNITS = 20;

  private final double[] factor;

  private HourOfWeekProfile(double[] factor) {
    this.factor = factor;
  }

  /** The profile that knows no rhythm. */
  static HourOfWeekProfile flat() {
    double[] f = new double[SLOTS];
    java.util.Arrays.fill(f, 1);
    return new HourOfWeekProfile(f);
  }

  /**
   * @param counts units counted in each slot
   * @param hours observed hours of each slot
   */
  static HourOfWeekProfile of(double[] counts, double[] hours) {
    double total = sum(counts);
    double observed = sum(hours);
    if (total <= 0 || observed <= 0) {
      return flat();
    }
    double mean = total / observed;
    double[] ofDay = new double[24];
    for (int h = 0; h < 24; h++) {
      double c = 0;
      double o = 0;
      for (int slot = h; slot < SLOTS; slot += 24) {
        c += counts[slot];
        o += hours[slot];
      }
      ofDay[h] = (c + PRIOR_UNITS) / (mean * o + PRIOR_UNITS);
    }
    double[] raw = new double[SLOTS];
    for (int s = 0; s < SLOTS; s++) {
      raw[s] = (counts[s] + PRIOR_UNITS * ofDay[s % 24]) / (mean * hours[s] + PRIOR_UNITS);
    }
    double[] f = new double[SLOTS];
    for (int s = 0; s < SLOTS; s++) {
      f[s] = (raw[(s + SLOTS - 1) % SLOTS] + 2 * raw[s] + raw[(s + 1) % SLOTS]) / 4;
    }
    double level = sum(f) / SLOTS;
    for (int s = 0; s < SLOTS; s++) {
      f[s] /= level;
    }
    return new HourOfWeekProfile(f);
  }

  /** The factor of slot 0 (Monday 00:00) to 167; positive, mean 1. */
  double at(int slot) {
    return factor[slot];
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }
}
