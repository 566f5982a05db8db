package io.tidewatch.api.alert;

import java.time.Duration;

/** A receiver did not take a message. The text holds neither address nor secret. */
final class DeliveryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  /** {@code pause} is the least time before the next attempt. */
  DeliveryException(String message, Duration pause) {
    super(message);
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
