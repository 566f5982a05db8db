package io.tidewatch.api.demo;

/** A text shortened for one line of the report. */
final class Quotation {
  private static final int LONGEST = 56;

  private Quotation() {}

  static String of(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    if (one.length() <= LONGEST) {
      return one;
    }
    int end = Character.isHighSurrogate(one.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return one.substring(0, end) + "…";
  }
}
