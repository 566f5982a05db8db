package io.tidewatch.keywords;

import io.tidewatch.model.behavior.AttributedOrder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributed orders summed by keyword and category, and by product. The order in which they come
 * does not matter. Not thread-safe.
 */
final class OrderTally {
  private final String currency;
  private final Names users = new Names();
  private final Names brands = new Names();
  private final Map<Place, Sum> places = new HashMap<>();
  private final Map<Item, Sum> items = new HashMap<>();

  /** {@code currency}: of the money that is summed. */
  OrderTally(String currency) {
    this.currency = currency;
  }

  void add(AttributedOrder order) {
    places
        .computeIfAbsent(new Place(order.keyword(), order.categoryId()), p -> new Sum())
        .add(order);
    items
        .computeIfAbsent(
            new Item(order.productId(), order.brandId(), order.categoryId()), i -> new Sum())
        .add(order);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Sums by keyword and category. */
  SortedMap<Place, Orders> places() {
    var sums = new TreeMap<Place, Orders>();
    places.forEach((place, sum) -> sums.put(place, sum.orders()));
    return sums;
  }

  /** Sums by product. */
  SortedMap<Item, Orders> items() {
    var sums = new TreeMap<Item, Orders>();
    items.forEach((item, sum) -> sums.put(item, sum.orders()));
    return sums;
  }

  /** A keyword in a category. */
  record Place(String keyword, String category) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::keyword).thenComparing(Place::category);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A product with its brand and category. */
  record Item(String productId, String brandId, String category) implements Comparable<Item> {
    private static final Comparator<Item> ORDER = Comparator.comparing(Item::productId)
        .thenComparing(Item::brandId)
        .thenComparing(Item::category);

    @Override
    public int compareTo(Item other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What was ordered.
   *
   * @param byBrand distinct (user, day) of each brand
   * @param total their sum
   * @param buyers distinct users
   * @param gmv exact sum in the one currency
   * @param values what makes up {@code gmv}, ascending; not to be changed
   * @param foreign orders in another currency
   */
  @SuppressWarnings("ArrayRecordComponent") // many small sums, never compared
  record Orders(
      SortedMap<String, Long> byBrand,
      long total,
      long buyers,
      BigDecimal gmv,
      double[] values,
      long foreign) {}

  private final class Sum {
    private final VisitBag visits = new VisitBag();
    private BigDecimal gmv = BigDecimal.ZERO;
    private double[] values = new double[4];
    private int valued;
    private long foreign;

    void add(AttributedOrder order) {
      visits.add(
          brands.number(order.brandId()),
          users.number(order.userId()),
          order.day().toEpochDay());
      if (!order.currency().equals(currency)) {
        foreign++;
        return;
      }
      gmv = gmv.add(order.net());
      if (valued == values.length) {
        values = Arrays.copyOf(values, valued * 2);
      }
      values[valued++] = order.net().doubleValue();
    }

    Orders orders() {
      var byBrand = new TreeMap<String, Long>();
      visits.ordersByBrand().forEach((brand, n) -> byBrand.put(brands.name(brand), n));
      double[] ascending = Arrays.copyOf(values, valued);
      Arrays.sort(ascending);
      return new Orders(
          Collections.unmodifiableSortedMap(byBrand),
          byBrand.values().stream().mapToLong(Long::longValue).sum(),
          visits.buyers(),
          gmv,
          ascending,
          foreign);
    }
  }
}
