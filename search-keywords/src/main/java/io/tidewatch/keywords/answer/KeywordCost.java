package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.formula.Spend;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a brand pays for a keyword, and for what; null is "no data".
 *
 * @param spend in the window, in the configured currency
 * @param adClicks that were paid for
 * @param adExposures that were paid for
 * @param perClick spend per paid click
 * @param perOrder spend per order of the brand that the word led to, paid or not
 * @param breakEven ROI at which the margin pays for the spend, 1/margin
 * @param source {@code ads} = advertisement events, {@code totals} = imported totals
 */
public record KeywordCost(
    @Nullable BigDecimal spend,
    String currency,
    @Nullable Long adClicks,
    @Nullable Long adExposures,
    @Nullable BigDecimal perClick,
    @Nullable BigDecimal perOrder,
    @Nullable Double breakEven,
    String source) {

  private static final MathContext DIGITS = new MathContext(6);

  public static KeywordCost of(
      Spend spend, String currency, @Nullable Long orders, @Nullable Double margin) {
    return new KeywordCost(
        spend.amount(),
        currency,
        spend.clicks(),
        spend.exposures(),
        per(spend.amount(), spend.clicks()),
        per(spend.amount(), orders),
        margin == null ? null : Double.valueOf(1 / margin),
        spend.source());
  }

  private static @Nullable BigDecimal per(@Nullable BigDecimal amount, @Nullable Long count) {
    return amount == null || count == null || count == 0
        ? null
        : amount.divide(BigDecimal.valueOf(count), DIGITS);
  }
}
