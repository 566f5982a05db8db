package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One keyword in one category with several brands side by side; null is "no data".
 *
 * @param leader the brand of these with most orders, the first of equals; null without any
 * @param brands in the order they were asked for
 * @param asOf end of the window of the counts (exclusive)
 */
@SuppressWarnings("MemberName") // named as in the formulas and in JSON
public record KeywordComparison(
    String keyword,
    @Nullable String category,
    @Nullable Double E,
    @Nullable Double R,
    @Nullable Long searchers,
    @Nullable Long orders,
    @Nullable String leader,
    List<Side> brands,
    String basis,
    Instant asOf) {

  public KeywordComparison {
    brands = List.copyOf(brands);
  }

  /**
   * One brand at the word.
   *
   * @param share of the word's orders, not shrunk
   * @param clickShare of the word's clicks
   */
  @SuppressWarnings("MemberName") // named as in the formulas and in JSON
  public record Side(
      String brandId,
      @Nullable KeywordLabel label,
      @Nullable Long orders,
      @Nullable Double share,
      @Nullable Interval A,
      @Nullable Double RBrand,
      @Nullable Long clicks,
      @Nullable Double clickShare,
      @Nullable Double score) {}
}
