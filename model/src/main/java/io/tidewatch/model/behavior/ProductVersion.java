package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a product from {@code from} until {@code to}. A figure that the sender did not
 * give is null, never 0.
 *
 * @param price of one piece in {@code currency}, not negative
 * @param margin share of the price, 0 to 1
 * @param stock pieces at hand; 0 means sold out
 * @param to when the next version began, exclusive; null for the newest that was known
 */
public record ProductVersion(
    String productId,
    @Nullable String name,
    @Nullable String brandId,
    @Nullable String categoryId,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable BigDecimal margin,
    @Nullable Long stock,
    Instant from,
    @Nullable Instant to) {}
