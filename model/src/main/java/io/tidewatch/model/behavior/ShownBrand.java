package io.tidewatch.model.behavior;

import java.time.Instant;

/** A search of a user whose results held a product of a brand. */
public record ShownBrand(String userId, Instant at, String brandId) {}
