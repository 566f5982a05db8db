package io.tidewatch.connectors.decode;

/** A record that cannot be read. Its message names source, position, rule and what was found. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int PREVIEW = 120;

  private final String source;
  private final long position;
  private final Reason reason;
  private final String expected;
  private final String preview;

  /**
   * @param source where the record came from
   * @param position 1-based line, row or item
   * @param expected the rule that was broken
   * @param found what was there instead; cut to 120 characters
   */
  public MalformedRecordException(
      String source, long position, Reason reason, String expected, String found) {
    super(source + ", record " + position + ": " + expected + ", got " + preview(found));
    this.source = source;
    this.position = position;
    this.reason = reason;
    this.expected = expected;
    this.preview = preview(found);
  }

  public String source() {
    return source;
  }

  /** 1-based line, row or item. */
  public long position() {
    return position;
  }

  public Reason reason() {
    return reason;
  }

  public String expected() {
    return expected;
  }

  /** What was found, at most 120 characters, control characters shown as spaces. */
  public String preview() {
    return preview;
  }

  private static String preview(String found) {
    String clean = found.substring(0, Math.min(found.length(), 2 * PREVIEW));
    clean = clean.replaceAll("\\p{Cntrl}", " ").strip();
    if (clean.length() <= PREVIEW) {
      return clean.isEmpty() ? "nothing" : clean;
    }
    int end = PREVIEW - 1;
    if (Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return clean.substring(0, end) + "…";
  }
}
