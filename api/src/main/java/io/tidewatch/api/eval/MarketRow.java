package io.tidewatch.api.eval;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a regime, over its seeds.
 *
 * @param task {@code keywords}
 * @param data regime, and what was judged
 * @param system {@code tidewatch}, {@code oracle}, {@code random} or a named baseline
 * @param value mean over the markets; shares of cases are those of all markets together
 * @param sd standard deviation over the markets; null for a single one
 * @param low lower end of a 95 % Wilson interval of a share of cases, or the 5 % quantile of a
 *     bootstrap by user; null for others
 * @param high upper end likewise
 * @param ofOracle share of the oracle that is reached, for errors the oracle's over the system's;
 *     null where there is no oracle
 * @param n cases of all markets together
 */
public record MarketRow(
    String task,
    String data,
    String system,
    String metric,
    double value,
    @Nullable Double sd,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double ofOracle,
    long n) {

  static final String TASK = "keywords";
}
