package io.tidewatch.model.behavior;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often a user did something with one product, brand or keyword on one local day.
 *
 * @param action the record type, such as {@code click} or {@code order}
 * @param categoryId of the product; for a search the category of most of its results
 * @param keyword normalised query for a search; otherwise null
 * @param count at least 1
 */
public record InterestFact(
    String userId,
    String action,
    @Nullable String productId,
    @Nullable String brandId,
    @Nullable String categoryId,
    @Nullable String keyword,
    LocalDate day,
    long count) {}
