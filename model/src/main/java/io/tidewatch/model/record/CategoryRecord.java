package io.tidewatch.model.record;

import org.jspecify.annotations.Nullable;

/** A category; {@code standard} tells goods that differ by specification from those of taste. */
public record CategoryRecord(
    Envelope envelope, String id, String name, @Nullable String parent, boolean standard)
    implements CatalogueRecord {

  @Override
  public String type() {
    return "category";
  }
}
