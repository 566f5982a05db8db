package io.tidewatch.model.trend;

/** What a trend is a trend of. */
public enum KeyKind {
  BRAND,
  PRODUCT,
  ASPECT,
  HASHTAG,
  TERM;

  /** The name used in commands and answers. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
