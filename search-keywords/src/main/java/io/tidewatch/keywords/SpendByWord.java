package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Spend;
import io.tidewatch.model.behavior.KeywordSpend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Advertisement spend by keyword and brand; amounts in another currency are left out. A category's
 * part of a word's spend is its part of the word's orders, as for searchers.
 */
final class SpendByWord {
  private static final int SCALE = 4;

  private final Map<String, SortedMap<String, Spend>> byWord = new HashMap<>();

  /** {@code totals}: imported totals, which speak where no advertisement names its cost. */
  SpendByWord(List<KeywordSpend> rows, List<KeywordCell> totals, String currency) {
    for (KeywordSpend row : rows) {
      if (row.currency() == null || row.currency().equals(currency)) {
        byWord
            .computeIfAbsent(row.keyword(), k -> new TreeMap<>())
            .merge(
                row.brandId(),
                new Spend(row.cost(), row.clicks(), row.exposures(), "ads"),
                Spend::plus);
      }
    }
    for (KeywordCell total : totals) {
      total
          .spend()
          .forEach((brand, spend) -> byWord
              .computeIfAbsent(total.keyword(), k -> new TreeMap<>())
              .merge(brand, spend, (ads, imported) -> ads.amount() == null ? imported : ads));
    }
  }

  /** By brand; {@code part} is above 0 and at most 1. */
  SortedMap<String, Spend> of(String keyword, double part) {
    SortedMap<String, Spend> all = byWord.get(keyword);
    if (all == null) {
      return Collections.emptySortedMap();
    }
    var parts = new TreeMap<String, Spend>();
    all.forEach((brand, spend) -> parts.put(brand, part == 1 ? spend : part(spend, part)));
    return Collections.unmodifiableSortedMap(parts);
  }

  private static Spend part(Spend spend, double part) {
    return new Spend(
        spend.amount() == null
            ? null
            : spend
                .amount()
                .multiply(BigDecimal.valueOf(part))
                .setScale(SCALE, RoundingMode.HALF_EVEN),
        spend.clicks() == null ? null : Long.valueOf(Math.round(spend.clicks() * part)),
        spend.exposures() == null ? null : Long.valueOf(Math.round(spend.exposures() * part)),
        spend.source());
  }
}
