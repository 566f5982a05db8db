package io.tidewatch.connectors.file;

/** Follows the quotes of one record over its lines. */
final class QuoteState {
  private final int quote;
  private final int delimiter;
  private boolean open;

  QuoteState(int quote, int delimiter) {
    this.quote = quote;
    this.delimiter = delimiter;
  }

  /** How a line leaves the quotes. */
  enum Verdict {
    /** The record ends with this line. */
    CLOSED,
    /** A quoted cell goes on in the next line. */
    OPEN,
    /** A closing quote is followed by something else than a delimiter. */
    BROKEN
  }

  Verdict line(byte[] bytes) {
    boolean cellStart = !open;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i];
      if (open) {
        if (b == quote) {
          int next = i + 1 < bytes.length ? bytes[i + 1] : delimiter;
          if (next == quote) {
            i++;
          } else if (next == delimiter) {
            open = false;
            cellStart = false;
          } else {
            return Verdict.BROKEN;
          }
        }
      } else if (b == quote && cellStart) {
        open = true;
      } else {
        cellStart = b == delimiter;
      }
    }
    return open ? Verdict.OPEN : Verdict.CLOSED;
  }
}
