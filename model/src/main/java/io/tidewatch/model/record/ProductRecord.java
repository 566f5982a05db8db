package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product or product line. {@code margin} is a share of the price, 0 to 1. */
public record ProductRecord(
    Envelope envelope,
    String id,
    String name,
    String brandId,
    String categoryId,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable BigDecimal margin,
    @Nullable Long stock,
    List<String> aliases,
    List<Media> media)
    implements CatalogueRecord {

  public ProductRecord {
    aliases = List.copyOf(aliases);
    media = List.copyOf(media);
  }

  @Override
  public String type() {
    return "product";
  }
}
