package io.tidewatch.corpora;

/** A shipped or customer's data file breaks its format; the message names file, line and rule. */
public final class MalformedCorpusException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** {@code line} is 1-based. */
  public MalformedCorpusException(String file, long line, String rule, String value) {
    super(file + ":" + line + ": " + rule + ", got " + preview(value));
  }

  private static String preview(String value) {
    return value.length() <= 120 ? value : value.substring(0, 120) + "…";
  }
}
