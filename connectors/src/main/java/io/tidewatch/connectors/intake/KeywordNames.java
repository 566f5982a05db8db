package io.tidewatch.connectors.intake;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.KeywordStats;
import org.jspecify.annotations.Nullable;

/** Puts catalogue ids where a seller's report names brand and category by their names. */
final class KeywordNames {
  private KeywordNames() {}

  static DataRecord resolved(DataRecord record, Catalogue catalogue) {
    if (!(record instanceof KeywordStats k)) {
      return record;
    }
    String category = category(k.categoryId(), catalogue);
    String brand = brand(k.brandId(), catalogue);
    return new KeywordStats(
        k.envelope(),
        k.id(),
        k.day(),
        k.keyword(),
        category,
        brand,
        k.impressions(),
        k.searchers(),
        k.clicks(),
        k.orders(),
        k.gmv(),
        k.cost(),
        k.currency());
  }

  private static @Nullable String category(@Nullable String given, Catalogue catalogue) {
    return given == null
        ? null
        : catalogue.findCategory(given).map(Category::id).orElse(given);
  }

  private static @Nullable String brand(@Nullable String given, Catalogue catalogue) {
    if (given == null) {
      return null;
    }
    return catalogue.resolve(given, EntityKind.BRAND) instanceof Resolution.Found found
        ? found.id()
        : given;
  }
}
