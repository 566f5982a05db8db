package io.tidewatch.connectors.upload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One try that failed. */
sealed class PeerException extends Exception {
  private static final long serialVersionUID = 1L;

  private PeerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The peer may take it later. */
  static final class Away extends PeerException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    Away(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
      super(message, cause);
      this.retryAfter = retryAfter;
    }

    /** How long the peer asks to wait; null when it does not say. */
    @Nullable
    Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The peer asks for more patience than there is. */
  static final class Later extends PeerException {
    private static final long serialVersionUID = 1L;

    Later(String message) {
      super(message, null);
    }
  }

  /** The peer does not want it. */
  static final class Refused extends PeerException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null);
    }
  }
}
