package io.tidewatch.model.record;

/** A customer's own brand, product, category or word. */
public sealed interface CatalogueRecord extends DataRecord
    permits BrandRecord, ProductRecord, CategoryRecord, WordRecord {}
