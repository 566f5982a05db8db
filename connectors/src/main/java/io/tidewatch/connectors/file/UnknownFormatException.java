package io.tidewatch.connectors.file;

/** A file that no format map fits, or that the chosen one cannot read. */
final class UnknownFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownFormatException(String message) {
    super(message);
  }
}
