package io.tidewatch.model.query;

import java.util.Locale;

/** What a part of a typed query says. */
public enum QueryPart {
  /** Who makes it. */
  BRAND,
  /** A named product, product line, model or title. */
  PRODUCT,
  /** A kind of goods. */
  CATEGORY,
  /** Material, size, colour, function, audience, season, style or origin. */
  ATTRIBUTE,
  /** When, where or what for: a gift, a feast, an occasion, an activity, a place. */
  SCENE,
  /** Words of the shop, of the question, or nothing that is known. */
  OTHER;

  /** The lower-case name, as files and answers write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part of a label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static QueryPart of(String label) {
    for (QueryPart part : values()) {
      if (part.label().equals(label)) {
        return part;
      }
    }
    throw new IllegalArgumentException(
        "type: brand, product, category, attribute, scene or other is required, got " + label);
  }
}
