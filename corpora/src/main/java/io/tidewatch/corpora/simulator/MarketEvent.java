package io.tidewatch.corpora.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a brand or product, part of the truth.
 *
 * @param kind {@code promotion}, {@code price}, {@code stock-out} or {@code entry}
 * @param first first local day
 * @param last last local day, inside; the last day of the market for what stays
 * @param brandId id of the brand
 * @param productId null when it concerns the whole brand in the category
 * @param value share off the price, factor on the price, or null
 */
public record MarketEvent(
    String kind,
    LocalDate first,
    LocalDate last,
    String category,
    String brandId,
    @Nullable String productId,
    @Nullable Double value) {}
