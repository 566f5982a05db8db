package io.tidewatch.audience;

/** There are too few users to say anything about; the message names the rule and the numbers. */
public final class NoAudienceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoAudienceException(String message) {
    super(message);
  }
}
