package io.tidewatch.model.behavior;

import java.math.BigDecimal;

/**
 * How often people met a brand's products of one category under a keyword.
 *
 * @param impressions how often they stood in its results
 * @param impressionsBefore those of the window's first half
 * @param clicksBefore those of the window's first half
 * @param examined impressions at known places, each times the examination of its place
 * @param examinedClicks searches with a click at a known place
 */
public record KeywordMet(
    String keyword,
    String categoryId,
    String brandId,
    long impressions,
    long clicks,
    long carts,
    long impressionsBefore,
    long clicksBefore,
    BigDecimal examined,
    long examinedClicks) {}
