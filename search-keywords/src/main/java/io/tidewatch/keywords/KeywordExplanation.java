package io.tidewatch.keywords;

import io.tidewatch.model.behavior.Window;
import org.jspecify.annotations.Nullable;

/**
 * Every input of one row: what {@code KeywordDesk.explain} answers. A part is null where the row's
 * value is.
 *
 * @param searchersPart the category's part of the word's orders, by which its searchers are split
 * @param brandOwnership the brand's own; null without a brand
 * @param rivalOwnership that of the strongest other brand with at least half of the orders
 * @param conversion buyers per searcher, shrunk to the category
 * @param sufficient whether orders and buyers reach the minimum
 */
public record KeywordExplanation(
    String keyword,
    @Nullable String brandId,
    @Nullable String category,
    String basis,
    Window window,
    double searchersPart,
    KeywordEntropy.@Nullable Explanation entropy,
    BrandAdvantage.@Nullable Explanation advantage,
    KeywordRevenue.@Nullable Explanation revenue,
    @Nullable Double conversion,
    Ownership.@Nullable Explanation brandOwnership,
    Ownership.@Nullable Explanation rivalOwnership,
    KeywordTrend.Explanation trend,
    ScoreModel model,
    boolean sufficient,
    @Nullable KeywordLabel label,
    @Nullable Double score) {}
