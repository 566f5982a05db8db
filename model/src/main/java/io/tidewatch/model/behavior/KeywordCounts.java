package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The counts of one window that keywords are scored from, all of one state of the store. What is
 * typed in different ways can be counted as one keyword, its head: a user then counts once for it.
 * Sinks must not call what called them. For one thread, and only while the store lends it. Every
 * method may throw {@link StoreUnavailableException}.
 */
public interface KeywordCounts {

  /** How often each normalised query was searched, ordered by query; heads play no part. */
  List<KeywordSearches> searches();

  /** From now on counts each key of {@code heads} as its value. */
  void countUnder(Map<String, String> heads);

  /** Distinct searchers, ordered by keyword. */
  List<KeywordHalves> halves();

  /** Where products that were clicked under a keyword stood, ordered by keyword, product, place. */
  void clickedPlaces(Consumer<KeywordPlace> sink);

  /**
   * What people met under a keyword, ordered by keyword, category, brand.
   *
   * @param examination how often people look at a place, by 1-based place; six decimals
   */
  void met(Map<Integer, BigDecimal> examination, Consumer<KeywordMet> sink);

  /** Attributed orders by brand, ordered by keyword, category, brand. */
  void orders(Consumer<KeywordOrders> sink);

  /** Buyers and order values, ordered by keyword, category. */
  void sales(Consumer<KeywordSales> sink);

  /** Attributed orders by product, ordered by product, brand, category. */
  List<ProductOrders> products();

  /** Keywords that at least five people searched both, ordered by both names. */
  void coSearches(Consumer<CoSearch> sink);

  /** Keywords that buyers of a brand searched before, ordered by brand, keyword. */
  void orderPaths(Consumer<OrderPath> sink);

  /** Users with too many keywords for {@link #coSearches} and {@link #orderPaths}. */
  long busySearchers();

  /**
   * For keywords searched in the window: searchers whom a brand held at its end, and whom it did not
   * hold and who paid for it in {@code later}; ordered by keyword, brand. A brand holds who paid for
   * it in the {@code purchaseDays} before, or looked it up in the {@code interestDays} before.
   */
  void trials(Window later, int purchaseDays, int interestDays, Consumer<KeywordTrial> sink);
}
