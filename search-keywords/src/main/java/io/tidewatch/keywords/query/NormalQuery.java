package io.tidewatch.keywords.query;

/** A query in its normal form, which knows where its units stand in what was typed. Immutable. */
final class NormalQuery {
  private final String text;
  private final String key;
  private final int[] starts;
  private final int[] ends;

  /** The arrays are kept, not copied, and are at least as long as {@code text}. */
  NormalQuery(String text, String key, int[] starts, int[] ends) {
    this.text = text;
    this.key = key;
    this.starts = starts;
    this.ends = ends;
  }

  /** Words as they were typed, half width, lower case, simplified, parted by single spaces. */
  String text() {
    return text;
  }

  /**
   * The text without the spaces that mean nothing: equal keys are one query; empty when nothing but
   * signs was typed.
   */
  String key() {
    return key;
  }

  /** Where the unit at {@code i} of the text begins in what was typed. */
  int startOf(int i) {
    return starts[i];
  }

  /** Where it ends there. */
  int endOf(int i) {
    return ends[i];
  }
}
