package io.tidewatch.audience.metric;

import io.tidewatch.audience.formula.Wilson;

/**
 * Share of users in one state who stand in a deeper one a period later.
 *
 * @param base users in the first state at t₀; at least 1
 * @param moved of them in the deeper states at t₀ + h
 */
public record DeepeningRate(long base, long moved) {
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

  /** 95 % interval of the rate by Wilson's score. */
  public Interval interval() {
    return new Interval(
        Wilson.low(moved, base, Wilson.Z95), rate(), Wilson.high(moved, base, Wilson.Z95));
  }
}
