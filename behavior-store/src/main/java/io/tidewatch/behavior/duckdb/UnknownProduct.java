package io.tidewatch.behavior.duckdb;

/** A product id that orders name and the catalogue does not hold, with the number of orders. */
public record UnknownProduct(String productId, long orders) {}
