package io.tidewatch.model.record;

import java.util.List;

/** A brand. Lists are empty when not given. */
public record BrandRecord(
    Envelope envelope,
    String id,
    String name,
    List<String> aliases,
    List<String> categories,
    List<String> rivals)
    implements CatalogueRecord {

  public BrandRecord {
    aliases = List.copyOf(aliases);
    categories = List.copyOf(categories);
    rivals = List.copyOf(rivals);
  }

  @Override
  public String type() {
    return "brand";
  }
}
