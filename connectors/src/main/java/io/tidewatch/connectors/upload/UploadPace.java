package io.tidewatch.connectors.upload;

import java.time.Duration;

/**
 * How long a peer that is away is asked again.
 *
 * @param retries after the first try
 * @param firstDelay before the first retry; it doubles from one to the next
 * @param lastDelay longest pause of our own
 * @param patience longest pause that a peer may ask for with Retry-After
 */
public record UploadPace(int retries, Duration firstDelay, Duration lastDelay, Duration patience) {

  /** Five retries from one second to a minute; a peer may ask for five minutes. */
  public static final UploadPace DEFAULT =
      new UploadPace(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));
}
