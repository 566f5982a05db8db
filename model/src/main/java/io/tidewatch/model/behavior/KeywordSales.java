package io.tidewatch.model.behavior;

import java.math.BigDecimal;

/**
 * Who bought through one keyword in one category, and for how much.
 *
 * @param buyers distinct users of the whole window, at most the sum of the halves
 * @param otherCurrency orders that {@code gmv} leaves out
 * @param gmv exact sum in the window's currency
 */
public record KeywordSales(
    String keyword,
    String categoryId,
    long buyers,
    long otherCurrency,
    BigDecimal gmv,
    Half before,
    Half after) {

  /**
   * One half of the window.
   *
   * @param buyers distinct users
   * @param value sum of the order values, each at most the 99 % quantile of its category
   * @param squares sum of their squares
   */
  public record Half(long buyers, double value, double squares) {}
}
