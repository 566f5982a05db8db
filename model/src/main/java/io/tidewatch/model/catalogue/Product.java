package io.tidewatch.model.catalogue;

import io.tidewatch.model.record.Media;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product or product line of one brand in one category; {@code price} in CNY when known. */
public record Product(
    String id,
    String name,
    String brandId,
    String categoryId,
    @Nullable BigDecimal price,
    List<String> aliases,
    List<Media> media) {

  public Product {
    aliases = List.copyOf(aliases);
    media = List.copyOf(media);
  }

  /** Without pictures or videos. */
  public Product(
      String id,
      String name,
      String brandId,
      String categoryId,
      @Nullable BigDecimal price,
      List<String> aliases) {
    this(id, name, brandId, categoryId, price, aliases, List.of());
  }
}
