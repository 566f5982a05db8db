package io.tidewatch.api.strategy;

import io.tidewatch.model.trend.Interval3;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line about a category. Names are the names in JSON. Intervals are 5 % to 95 %; null is "cannot
 * be said", never 0. Orders are order lines of which something was kept; {@code gmv} is what was kept
 * in the row's currency.
 */
public sealed interface MarketRow {
  /** Which part of the answer it belongs to. */
  String section();

  /**
   * The category as a whole.
   *
   * @param from start of the window
   * @param to its exclusive end
   * @param days its local days
   * @param seenDays those on which anybody did anything in the store; of the others nothing is known,
   *     and they add nothing to any rate
   * @param otherCurrency orders that have another currency and no value here
   * @param before against the window of the same length just before
   * @param lastYear against the same window a year before
   * @param brands brands with an order
   * @param competition normalised entropy of orders by brand, 0 one brand to 1 open
   * @param nEff number of equally strong brands
   * @param hhi concentration of the same shrunk shares
   * @param basis what was counted, in words
   */
  record Size(
      String section,
      String category,
      String name,
      Instant from,
      Instant to,
      int days,
      int seenDays,
      long buyers,
      long orders,
      BigDecimal gmv,
      String currency,
      long otherCurrency,
      Growth before,
      Growth lastYear,
      int brands,
      @Nullable Double competition,
      @Nullable Double nEff,
      @Nullable Double hhi,
      String basis)
      implements MarketRow {}

  /**
   * A brand in it.
   *
   * @param growth of its gmv against the window before
   * @param price mean price of a piece
   * @param priceIndex that over the category's, 100 = the same
   * @param talk authors, each once a day, in the window; null without documents
   * @param talkShare among the brands listed
   * @param talkOverSales share of talk over share of gmv
   * @param unobservedDays days of the window on which no source of documents was seen
   */
  record Brand(
      String section,
      String brandId,
      String name,
      long buyers,
      long orders,
      BigDecimal gmv,
      String currency,
      @Nullable Interval3 orderShare,
      @Nullable Interval3 gmvShare,
      @Nullable Interval3 growth,
      @Nullable Double price,
      @Nullable Double priceIndex,
      @Nullable Long talk,
      @Nullable Interval3 talkShare,
      @Nullable Double talkOverSales,
      int unobservedDays)
      implements MarketRow {}

  /**
   * A price band, by the price of a piece before refunds.
   *
   * @param high exclusive
   * @param growth of its orders against the window before
   * @param brands the strongest, most orders first, at most five
   * @param brandCount brands with an order in it
   * @param nEff number of equally strong brands in it
   */
  record PriceBand(
      String section,
      String band,
      BigDecimal low,
      BigDecimal high,
      long buyers,
      long orders,
      BigDecimal gmv,
      String currency,
      @Nullable Interval3 orderShare,
      @Nullable Interval3 gmvShare,
      @Nullable Interval3 growth,
      int brandCount,
      @Nullable Double nEff,
      List<BandBrand> brands)
      implements MarketRow {}

  /** A brand's part of a price band. */
  record BandBrand(
      String brandId, String name, long orders, @Nullable Interval3 share) {}

  /**
   * Orders by weekday, month, or occasion of the commerce calendar.
   *
   * @param section {@code weekday}, {@code month} (of the last year) or {@code occasion}
   * @param key such as {@code MONDAY}, {@code 2025-06} or {@code 618}
   * @param first local day
   * @param last local day
   * @param seenDays days on which anybody did anything
   * @param ordersADay on those
   * @param index that over the mean of all days of the same reading, 100 = the same; null below seven
   *     seen days in all
   */
  record Season(
      String section,
      String key,
      String name,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      int seenDays,
      long orders,
      @Nullable Double ordersADay,
      @Nullable Double index)
      implements MarketRow {}
}
