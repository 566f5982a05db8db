package io.tidewatch.api.strategy;

import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.behavior.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a category sold in a window, refunds up to its end taken off.
 *
 * @param orders lines of the category, one user after the other
 * @param seen local days on which anybody did anything; nothing is known of others
 * @param currency that most lines have
 */
record Sales(Window window, List<MarketOrder> orders, Set<LocalDate> seen, String currency) {

  Sales {
    orders = List.copyOf(orders);
  }

  /** Reads one window; {@code categories} are ids. */
  static Sales read(MarketFacts facts, Window window, Set<String> categories, String otherwise) {
    var orders = new ArrayList<MarketOrder>();
    Map<String, Integer> currencies = new HashMap<>();
    facts.marketOrders(window, order -> {
      if (categories.contains(order.categoryId())) {
        orders.add(order);
        currencies.merge(order.currency(), 1, Integer::sum);
      }
    });
    String currency = currencies.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
    return new Sales(window, orders, new TreeSet<>(facts.seenDays(window)), currency);
  }

  boolean isEmpty() {
    return orders.isEmpty();
  }

  /** Local days of the window. */
  int days() {
    LocalDate first = window.from().atZone(window.zone()).toLocalDate();
    LocalDate last = window.to().minusNanos(1).atZone(window.zone()).toLocalDate();
    return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
  }

  /** Days of which something is known. */
  int seenDays() {
    return seen.size();
  }

  Tally all() {
    var tally = new Tally(currency);
    orders.forEach(tally::add);
    return tally;
  }

  /** By key, most orders first, then key. */
  <K extends Comparable<? super K>> Map<K, Tally> by(Function<MarketOrder, K> key) {
    var tallies = new HashMap<K, Tally>();
    orders.forEach(order ->
        tallies.computeIfAbsent(key.apply(order), k -> new Tally(currency)).add(order));
    var sorted = new LinkedHashMap<K, Tally>();
    tallies.entrySet().stream()
        .sorted(Comparator.<Map.Entry<K, Tally>>comparingLong(e -> -e.getValue().orders())
            .thenComparing(Map.Entry::getKey))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /** Bands that fit the prices. */
  PriceSteps steps() {
    return PriceSteps.of(orders.stream()
        .filter(order -> order.currency().equals(currency))
        .mapToDouble(MarketOrder::piecePrice)
        .toArray());
  }
}
