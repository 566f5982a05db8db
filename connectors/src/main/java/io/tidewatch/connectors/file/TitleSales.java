package io.tidewatch.connectors.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.query.TitleWords;
import io.tidewatch.model.record.KeywordStats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sales by word and day from what products had sold by each day. A product's sales of a day are the
 * difference to its last known number; its first number tells none, nor does one that fell. Each
 * word of the product's title of that day gets them once. Not thread-safe.
 */
final class TitleSales {
  private static final String ID = "title:";
  private static final Comparator<Place> ORDER = Comparator.comparing(Place::day)
      .thenComparing(Place::keyword)
      .thenComparing(Place::brand, Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(Place::category, Comparator.nullsFirst(Comparator.naturalOrder()))
      .thenComparing(Place::currency, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final TitleWords words;
  private final Map<String, TreeMap<LocalDate, KeywordStats>> products = new HashMap<>();
  private long rows;
  private long repeated;
  private long corrected;
  private long unknown;
  private long first;
  private long fell;
  private long unchanged;
  private long sold;
  private long wordless;

  TitleSales(TitleWords words) {
    this.words = words;
  }

  /** A row: id = product, keyword = title, orders = sold so far, gmv = price. */
  void add(KeywordStats row) {
    rows++;
    KeywordStats before =
        products.computeIfAbsent(row.id(), p -> new TreeMap<>()).put(row.day(), row);
    if (before != null) {
      if (before.envelope().contentHash() == row.envelope().contentHash()) {
        repeated++;
      } else {
        corrected++;
      }
    }
  }

  /** What happened to the rows; they sum up. */
  String note() {
    return ("%d rows: %d repeated, %d replaced by a later row of the same product and day, %d"
            + " without sales, %d the first of their product, %d fell, %d unchanged, %d with sales"
            + " (%d of them without a word in the title)")
        .formatted(rows, repeated, corrected, unknown, first, fell, unchanged, sold, wordless);
  }

  /** The records, ordered by day, word and brand. */
  List<ObjectNode> records() {
    var sums = new TreeMap<Place, Sum>(ORDER);
    products.values().forEach(days -> sell(days, sums));
    var records = new ArrayList<ObjectNode>();
    sums.forEach((place, sum) -> records.add(record(place, sum)));
    return records;
  }

  private void sell(SortedMap<LocalDate, KeywordStats> days, Map<Place, Sum> sums) {
    Long known = null;
    for (KeywordStats row : days.values()) {
      Long now = row.orders();
      if (now == null) {
        unknown++;
        continue;
      }
      if (known == null) {
        first++;
      } else if (now < known) {
        fell++;
      } else if (now.equals(known)) {
        unchanged++;
      } else {
        sold++;
        sell(row, now - known, sums);
      }
      known = now;
    }
  }

  private void sell(KeywordStats row, long sales, Map<Place, Sum> sums) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String word : words.of(row.keyword())) {
      String keyword = KeywordText.normalise(word);
      if (!keyword.isEmpty()) {
        distinct.add(keyword);
      }
    }
    wordless += distinct.isEmpty() ? 1 : 0;
    for (String word : distinct) {
      sums.computeIfAbsent(
              new Place(row.day(), word, row.brandId(), row.categoryId(), row.currency()),
              p -> new Sum())
          .add(sales, row.gmv());
    }
  }

  private static ObjectNode record(Place place, Sum sum) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", "keyword_stats")
        .put(
            "id",
            ID
                + String.join(
                    "|",
                    place.day().toString(),
                    place.keyword(),
                    Objects.requireNonNullElse(place.category(), ""),
                    Objects.requireNonNullElse(place.brand(), ""),
                    Objects.requireNonNullElse(place.currency(), "")))
        .put("day", place.day().toString())
        .put("keyword", place.keyword())
        .put("orders", sum.orders);
    put(node, "categoryId", place.category());
    put(node, "brandId", place.brand());
    put(node, "currency", place.currency());
    if (sum.revenue != null) {
      node.put("gmv", sum.revenue);
    }
    return node;
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  private record Place(
      LocalDate day,
      String keyword,
      @Nullable String brand,
      @Nullable String category,
      @Nullable String currency) {}

  private static final class Sum {
    private long orders;
    private @Nullable BigDecimal revenue = BigDecimal.ZERO;

    /** Without one price the revenue is not known. */
    void add(long sales, @Nullable BigDecimal price) {
      orders += sales;
      revenue = revenue == null || price == null
          ? null
          : revenue.add(price.multiply(BigDecimal.valueOf(sales)));
    }
  }
}
