package io.tidewatch.model.catalogue;

/** What an alias can name. */
public enum EntityKind {
  BRAND,
  PRODUCT
}
