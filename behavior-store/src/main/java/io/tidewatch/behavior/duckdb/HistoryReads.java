package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.PricedOrder;
import io.tidewatch.model.behavior.ProductVersion;
import io.tidewatch.model.behavior.QualityRow;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads of products as they were, and of facts that break a rule. */
final class HistoryReads {
  private static final int EXAMPLES = 3;

  private final Session session;
  private final FactViews views;

  HistoryReads(Session session, FactViews views) {
    this.session = session;
    this.views = views;
  }

  List<ProductVersion> products(Window window) throws SQLException {
    views(window, "product_versions", "window_bounds");
    var versions = new ArrayList<ProductVersion>();
    session.query(
        SqlText.named("product-history"),
        row -> versions.add(new ProductVersion(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            BehaviorReads.money(row, 5),
            row.getString(6),
            BehaviorReads.money(row, 7),
            BehaviorReads.whole(row, 8),
            Objects.requireNonNull(time(row, 9)),
            time(row, 10))));
    return versions;
  }

  void pricedOrders(Window window, Consumer<PricedOrder> sink) throws SQLException {
    views(window, "orders", "refunds", "product_versions");
    session.query(
        SqlText.named("priced-orders"),
        row -> sink.accept(new PricedOrder(
            row.getString(1),
            Objects.requireNonNull(time(row, 2)),
            row.getString(3),
            row.getLong(4),
            BehaviorReads.plain(row.getBigDecimal(5)),
            BehaviorReads.plain(row.getBigDecimal(6)),
            row.getString(7),
            BehaviorReads.money(row, 8),
            row.getString(9),
            BehaviorReads.money(row, 10),
            BehaviorReads.whole(row, 11))));
  }

  List<QualityRow> quality(Window window, Catalogue catalogue) throws SQLException {
    ProductTable.fill(session, catalogue);
    views(
        window,
        "orders",
        "refunds",
        "other_actions",
        "interactions",
        "arrival_times",
        "tracked_orders",
        "tracked_searches",
        "product_versions");
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, List<String>> examples = new LinkedHashMap<>();
    session.query(SqlText.named("quality"), row -> {
      counts.put(row.getString(1), row.getLong(2));
      examples.computeIfAbsent(row.getString(1), r -> new ArrayList<>()).add(row.getString(3));
    });
    strangers(window, catalogue, counts, examples);
    return counts.entrySet().stream()
        .map(e ->
            new QualityRow(e.getKey(), e.getValue(), examples.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  /** Imported totals under a category or brand that the catalogue does not hold. */
  private void strangers(
      Window window,
      Catalogue catalogue,
      Map<String, Long> counts,
      Map<String, List<String>> examples)
      throws SQLException {
    views(window, "keyword_stats");
    session.query(
        "SELECT category_id, brand_id, COUNT(*) FROM keyword_stats GROUP BY category_id, brand_id"
            + " ORDER BY category_id, brand_id",
        row -> {
          String category = row.getString(1);
          String brand = row.getString(2);
          long rows = row.getLong(3);
          if (category != null && catalogue.category(category).isEmpty()) {
            stranger("keyword-of-unknown-category", category, rows, counts, examples);
          }
          if (brand != null && catalogue.brand(brand).isEmpty()) {
            stranger("keyword-of-unknown-brand", brand, rows, counts, examples);
          }
        });
  }

  private static void stranger(
      String rule,
      String name,
      long rows,
      Map<String, Long> counts,
      Map<String, List<String>> examples) {
    counts.merge(rule, rows, Long::sum);
    List<String> names = examples.computeIfAbsent(rule, r -> new ArrayList<>());
    if (names.size() < EXAMPLES && !names.contains(name)) {
      names.add(name);
    }
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private void views(Window window, String... names) throws SQLException {
    session.views(new WindowViews(views, window), names);
  }
}
