package io.tidewatch.connectors.pull;

/** A run of a source that did not come to its end; the next one tries again. */
public final class PullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PullException(String message) {
    super(message);
  }

  PullException(String message, Throwable cause) {
    super(message, cause);
  }
}
