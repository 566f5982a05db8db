package io.tidewatch.keywords;

import java.time.ZoneId;

/**
 * The constants of the keyword formulas.
 *
 * @param windowDays length of the window, 2 to 200 and even
 * @param zone of local days
 * @param currency of revenue; orders in another currency count as orders, not as revenue
 * @param minOrders fewer orders are insufficient; at least 2
 * @param minBuyers fewer buyers are insufficient
 * @param categoryShare a keyword gets a row for a category with at least this share of its orders
 * @param advantagePrior m, orders that the category's share is worth
 * @param minRevenuePrior lower limit of v₀ in searchers
 * @param maxRevenuePrior upper limit of v₀ in searchers
 * @param trendPrior pseudo-searchers of each half of the window
 * @param fit limits of the fitted score
 * @param deepestPosition places of a result list that are compared, at least 1
 * @param minPositionClicks fewer clicks tell nothing of a place; at least 1
 */
public record KeywordConfig(
    int windowDays,
    ZoneId zone,
    String currency,
    long minOrders,
    long minBuyers,
    double categoryShare,
    double advantagePrior,
    double minRevenuePrior,
    double maxRevenuePrior,
    double trendPrior,
    Fit fit,
    int deepestPosition,
    long minPositionClicks) {

  public static final KeywordConfig DEFAULT = new KeywordConfig(
      28,
      ZoneId.of("Asia/Shanghai"),
      "CNY",
      30,
      20,
      0.05,
      20,
      20,
      500,
      20,
      new Fit(true, 20, 50, 15, 730),
      50,
      30);

  public KeywordConfig {
    if (windowDays < 2 || windowDays > 200 || windowDays % 2 != 0) {
      throw new IllegalArgumentException(
          "windowDays: an even number from 2 to 200 is required, got " + windowDays);
    }
    if (!(minRevenuePrior > 0) || maxRevenuePrior < minRevenuePrior) {
      throw new IllegalArgumentException(
          "minRevenuePrior, maxRevenuePrior: positive and ascending is required, got "
              + minRevenuePrior
              + " and "
              + maxRevenuePrior);
    }
  }

  /** The same constants over another length of window. */
  public KeywordConfig withWindow(int days) {
    return new KeywordConfig(
        days,
        zone,
        currency,
        minOrders,
        minBuyers,
        categoryShare,
        advantagePrior,
        minRevenuePrior,
        maxRevenuePrior,
        trendPrior,
        fit,
        deepestPosition,
        minPositionClicks);
  }

  /** The same constants with the default score. */
  public KeywordConfig withoutFit() {
    return new KeywordConfig(
        windowDays,
        zone,
        currency,
        minOrders,
        minBuyers,
        categoryShare,
        advantagePrior,
        minRevenuePrior,
        maxRevenuePrior,
        trendPrior,
        new Fit(
            false, fit.minPairs(), fit.minConversions(), fit.interestDays(), fit.purchaseDays()),
        deepestPosition,
        minPositionClicks);
  }

  /**
   * When the score is fitted on the store itself, and what takes a user out of the universe.
   *
   * @param enabled false always takes the default coefficients
   * @param minPairs fewer keyword-brand pairs with searchers take the defaults
   * @param minConversions fewer first purchases take the defaults
   * @param interestDays a click or the like this recent makes a user interested
   * @param purchaseDays an order this recent makes a user a buyer
   */
  public record Fit(
      boolean enabled, int minPairs, long minConversions, int interestDays, int purchaseDays) {}
}
