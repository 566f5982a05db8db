package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.formula.BrandAdvantage;
import io.tidewatch.keywords.formula.ClickRate;
import io.tidewatch.keywords.formula.Examination;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordEntropy;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.formula.KeywordRevenue;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Ownership;
import io.tidewatch.keywords.formula.ScoreModel;
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
 * @param figures what a row carries beside; null where only rank and label were asked for
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
    @Nullable Double score,
    @Nullable Figures figures) {

  /** The same with figures. */
  public KeywordExplanation with(Figures more) {
    return new KeywordExplanation(
        keyword,
        brandId,
        category,
        basis,
        window,
        searchersPart,
        entropy,
        advantage,
        revenue,
        conversion,
        brandOwnership,
        rivalOwnership,
        trend,
        model,
        sufficient,
        label,
        score,
        more);
  }

  /**
   * Figures beside E, R and A; each is null where there is no or too little data.
   *
   * @param conversion buyers per searcher, shrunk to the category
   * @param conversionMean the category's buyers per searcher
   * @param conversionWeight searchers that the category's mean is worth
   * @param examination of all places of result lists in the window
   */
  public record Figures(
      @Nullable Interval conversion,
      @Nullable Double conversionMean,
      @Nullable Double conversionWeight,
      KeywordFunnel funnel,
      @Nullable ClickRate ctr,
      @Nullable KeywordCost cost,
      @Nullable Double roi,
      @Nullable KeywordMoves trend,
      Examination examination) {}
}
