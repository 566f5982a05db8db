package io.tidewatch.nlp.tagger;

/** What a tagged name is. */
public enum NameType {
  BRAND,
  /** A product word or a product's own name. */
  PRODUCT,
  /** Models, places, sizes, people: told apart so that they are not taken for the others. */
  OTHER
}
