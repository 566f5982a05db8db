package io.tidewatch.audience.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Which of several values of one attribute a person gets. */
public enum FieldRule {
  /** Verified before declared before inferred, then the newest. */
  MOST_TRUSTED,
  /** The newest, whoever said it. */
  NEWEST,
  /** The first that was ever said, such as for a birthday. */
  OLDEST;

  private static final List<String> TRUST = List.of("verified", "declared", "inferred");

  /** How far a source is trusted: 0 for most. */
  public static int trust(String source) {
    int place = TRUST.indexOf(source);
    return place < 0 ? TRUST.size() : place;
  }

  /** A time as a number. */
  public static long moment(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** Below 0 when the first of two values is to be taken, above for the second, 0 for either. */
  public int compare(int trust, long moment, int otherTrust, long otherMoment) {
    return switch (this) {
      case MOST_TRUSTED -> {
        int order = Integer.compare(trust, otherTrust);
        yield order == 0 ? Long.compare(otherMoment, moment) : order;
      }
      case NEWEST -> Long.compare(otherMoment, moment);
      case OLDEST -> Long.compare(moment, otherMoment);
    };
  }
}
