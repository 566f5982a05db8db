package io.tidewatch.api.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a rule is evaluated: at multiples of a pause on the local clock, so that a rule of 24 hours
 * looks back from local midnight.
 *
 * @param every at least one hour
 */
record Periods(ZoneId zone, Duration every) {

  /** The last evaluation that is not after {@code time}. */
  Instant floor(Instant time) {
    long offset = zone.getRules().getOffset(time).getTotalSeconds();
    long local = time.getEpochSecond() + offset;
    return Instant.ofEpochSecond(local - Math.floorMod(local, every.toSeconds()) - offset);
  }

  /** The evaluation after {@code evaluation}. */
  Instant next(Instant evaluation) {
    // One and a half pauses on, so that a clock that was set forward or back does not matter.
    return floor(evaluation.plus(every).plus(every.dividedBy(2)));
  }

  /** The first evaluation that is not before {@code time}. */
  Instant ceiling(Instant time) {
    Instant floor = floor(time);
    return floor.equals(time) ? floor : next(floor);
  }
}
