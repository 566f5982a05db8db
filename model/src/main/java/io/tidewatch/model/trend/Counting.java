package io.tidewatch.model.trend;

/**
 * What one count is made of.
 *
 * @param withoutSpam documents that are suspected spam or paid posts are left out
 */
public record Counting(By by, boolean withoutSpam) {

  /** Distinct authors (or titles of a ranked list) a local day, suspected spam included. */
  public static final Counting USUAL = new Counting(By.UNITS, false);

  /** What counts once a key and local day. */
  public enum By {
    /** The unit of the source: an author, or a title of a ranked list. */
    UNITS,
    /** A wording: texts that are equal once normalised are one. */
    TEXTS,
    /** Every document. */
    DOCUMENTS
  }
}
