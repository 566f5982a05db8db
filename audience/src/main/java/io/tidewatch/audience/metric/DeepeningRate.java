package io.tidewatch.audience.metric;

/**
 * Share of users in one state who stand in a deeper one a period later.
 *
 * @param base users in the first state at t₀; at least 1
 * @param moved of them in the deeper states at t₀ + h
 */
public record DeepeningRate(long base, long moved) {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * Takes the counts.
   *
   * @throws IllegalArgumentException when there is no base or more moved than were there
   */
  public DeepeningRate {
    if (base < 1 || moved < 0 || moved > base) {
      throw new IllegalArgumentException(
          "moved: 0 to the users of the base, at least 1, is required, got " + moved + " of "
              + base);
    }
  }

  /** Moved over base, 0 to 1. */
  public double rate() {
    return (double) moved / base;
  }

  /** 95 % interval of the rate by Wilson's score (E. Wilson, JASA 22, 1927). */
  public Interval interval() {
    double z2 = Z * Z;
    double centre = (moved + z2 / 2) / (base + z2);
    double half = Z / (base + z2) * Math.sqrt(rate() * (base - moved) + z2 / 4);
    return new Interval(Math.max(0, centre - half), rate(), Math.min(1, centre + half));
  }
}
