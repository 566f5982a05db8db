package io.tidewatch.model.record;

/** A customer's own brand, product or category. */
public sealed interface CatalogueRecord extends DataRecord
    permits BrandRecord, ProductRecord, CategoryRecord {}
