package io.tidewatch.keywords.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From search to order under a keyword in one category; events but for searchers and orders. Null is
 * "no data".
 *
 * @param searchers distinct users, in all categories of the word
 * @param impressions of all brands
 * @param clicks of all brands
 * @param carts of all brands
 * @param orders of all brands
 * @param brands the brand that was asked about first, then those with most orders, at most six
 */
public record KeywordFunnel(
    @Nullable Long searchers,
    @Nullable Long impressions,
    @Nullable Long clicks,
    @Nullable Long carts,
    @Nullable Long orders,
    List<Steps> brands) {

  public KeywordFunnel {
    brands = List.copyOf(brands);
  }

  /**
   * One brand.
   *
   * @param clickShare of all clicks, 0 to 1
   * @param orderShare of all orders, 0 to 1
   */
  public record Steps(
      String brandId,
      @Nullable Long impressions,
      @Nullable Long clicks,
      @Nullable Long carts,
      @Nullable Long orders,
      @Nullable Double clickShare,
      @Nullable Double orderShare) {}
}
