package io.tidewatch.keywords.query;

import java.util.Locale;

/**
 * Why a part of a query has its type.
 *
 * @param code which rule said so
 * @param detail the id of the catalogue entity, the facet of the lexicon, the name of the pattern or
 *     the head; empty where there is nothing to add
 */
public record TypeReason(Code code, String detail) {

  /** Which rule said so. */
  public enum Code {
    /** A name or alias of the catalogue; the detail is the id. */
    CATALOGUE,
    /** A word of the lexicon; the detail is the facet. */
    LEXICON,
    /** Numbers, units, codes of letters and digits; the detail names the pattern. */
    PATTERN,
    /** An unlisted word that ends like a kind of goods; the detail is the ending. */
    SUFFIX,
    /** A head or leading name learned from a query log; the detail is the word. */
    STATISTICS,
    /** An unlisted word that stands where such words stand; the detail says where. */
    POSITION,
    /** Nothing is known. */
    UNKNOWN;

    /** The lower-case name, as answers write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
