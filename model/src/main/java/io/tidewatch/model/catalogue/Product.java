package io.tidewatch.model.catalogue;

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
    List<String> aliases) {

  public Product {
    aliases = List.copyOf(aliases);
  }
}
