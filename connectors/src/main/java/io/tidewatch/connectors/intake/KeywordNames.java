package io.tidewatch.connectors.intake;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.KeywordStats;
import org.jspecify.annotations.Nullable;

/**
 * Puts catalogue ids where a seller's report names brand and category by their names; a name that
 * the catalogue does not hold stays. For one batch; not safe for concurrent use.
 */
final class KeywordNames {
  private final Catalogue catalogue;
  private @Nullable CatalogueNames names;

  KeywordNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  DataRecord resolved(DataRecord record) {
    if (!(record instanceof KeywordStats k) || (k.categoryId() == null && k.brandId() == null)) {
      return record;
    }
    CatalogueNames by = names == null ? new CatalogueNames(catalogue) : names;
    names = by;
    String category = k.categoryId() == null ? null : by.category(k.categoryId());
    String brand = k.brandId() == null ? null : by.brand(k.brandId());
    return new KeywordStats(
        k.envelope(),
        k.id(),
        k.day(),
        k.keyword(),
        category == null ? k.categoryId() : category,
        brand == null ? k.brandId() : brand,
        k.impressions(),
        k.searchers(),
        k.clicks(),
        k.orders(),
        k.gmv(),
        k.cost(),
        k.currency());
  }
}
