package io.tidewatch.keywords.query;

import java.util.Locale;

/** Why a query belongs to a family. */
public enum JoinReason {
  /** Only spaces and signs differ. */
  SPACING,
  /** Width, case, accents or traditional characters differ. */
  WIDTH,
  /** The same words in another order. */
  ORDER,
  /** Other names of the same brand, product or word. */
  ALIAS,
  /** Typed in pinyin. */
  PINYIN,
  /** One character that sounds alike, or one letter, is wrong. */
  TYPO;

  /** The lower-case name, as answers write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
