package io.tidewatch.connectors.upload;

/** A batch that a peer did not take. */
public final class UploadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;
  private final int attempts;

  public UploadException(String message, boolean refused, int attempts, Throwable cause) {
    super(message, cause);
    this.refused = refused;
    this.attempts = attempts;
  }

  /** Whether the peer does not want the batch as it is, so that sending it again is of no use. */
  public boolean isRefused() {
    return refused;
  }

  /** How often the batch was sent. */
  public int attempts() {
    return attempts;
  }
}
