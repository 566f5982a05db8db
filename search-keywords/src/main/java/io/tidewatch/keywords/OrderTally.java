package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.model.behavior.KeywordOrders;
import io.tidewatch.model.behavior.KeywordSales;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Attributed orders of keywords by category, from the counts by brand and the sales. */
final class OrderTally {
  private final Map<Place, Brands> brands = new HashMap<>();
  private final SortedMap<Place, Orders> places = new TreeMap<>();

  /** Takes all brands before the sales. */
  void add(KeywordOrders row) {
    Brands ofPlace =
        brands.computeIfAbsent(new Place(row.keyword(), row.categoryId()), place -> new Brands());
    ofPlace.all.put(row.brandId(), row.orders());
    if (row.before() > 0) {
      ofPlace.before.put(row.brandId(), row.before());
    }
    if (row.orders() > row.before()) {
      ofPlace.after.put(row.brandId(), row.orders() - row.before());
    }
    if (row.gmv() != null) {
      ofPlace.gmv.put(row.brandId(), row.gmv());
    }
  }

  void add(KeywordSales row) {
    var place = new Place(row.keyword(), row.categoryId());
    Brands ofPlace = brands.remove(place);
    if (ofPlace == null) {
      throw new IllegalArgumentException("sales: orders by brand are required, got " + place);
    }
    KeywordSales.Half before = row.before();
    KeywordSales.Half after = row.after();
    places.put(
        place,
        new Orders(
            Collections.unmodifiableSortedMap(ofPlace.all),
            ofPlace.all.values().stream().mapToLong(Long::longValue).sum(),
            row.buyers(),
            row.gmv(),
            before.value() + after.value(),
            before.squares() + after.squares(),
            row.otherCurrency(),
            Collections.unmodifiableSortedMap(ofPlace.gmv),
            new Halves(
                new Halves.Half(ofPlace.before, before.buyers(), before.value(), before.squares()),
                new Halves.Half(ofPlace.after, after.buyers(), after.value(), after.squares()))));
  }

  /** What was added, by keyword and category. */
  SortedMap<Place, Orders> places() {
    return Collections.unmodifiableSortedMap(places);
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
   * @param winsorised the same with each value at most the category's 99 % quantile
   * @param squares sum of the squared winsorised values
   * @param foreign orders in another currency
   * @param brandGmv what makes up {@code gmv}, by brand
   * @param halves the same by half of the window
   */
  record Orders(
      SortedMap<String, Long> byBrand,
      long total,
      long buyers,
      BigDecimal gmv,
      double winsorised,
      double squares,
      long foreign,
      SortedMap<String, BigDecimal> brandGmv,
      Halves halves) {}

  private static final class Brands {
    private final SortedMap<String, Long> all = new TreeMap<>();
    private final SortedMap<String, Long> before = new TreeMap<>();
    private final SortedMap<String, Long> after = new TreeMap<>();
    private final SortedMap<String, BigDecimal> gmv = new TreeMap<>();
  }
}
