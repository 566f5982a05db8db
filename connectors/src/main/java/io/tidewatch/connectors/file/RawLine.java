package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import org.jspecify.annotations.Nullable;

/** A line, or several that a quoted cell spans, as bytes; or what kept it from being read. */
final class RawLine {
  private final long number;
  private final byte[] bytes;
  private final boolean whole;
  private final @Nullable Reason problem;
  private final @Nullable String message;

  RawLine(
      long number,
      byte[] bytes,
      boolean whole,
      @Nullable Reason problem,
      @Nullable String message) {
    this.number = number;
    this.bytes = bytes;
    this.whole = whole;
    this.problem = problem;
    this.message = message;
  }

  /** 1-based number of its first line in the file. */
  long number() {
    return number;
  }

  /** Without the line break at its end. Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** False when it was so long that only its beginning was kept. */
  boolean whole() {
    return whole;
  }

  /** Null when the line is fit to be decoded. */
  @Nullable
  Reason problem() {
    return problem;
  }

  String message() {
    return String.valueOf(message);
  }

  RawLine refused(Reason reason, String why) {
    return new RawLine(number, bytes, whole, reason, why);
  }

  boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return problem == null;
  }
}
