package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.SqlText;
import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The windowed reads of one session: makes the views, runs the shipped statement, maps rows. */
final class BehaviorReads {
  /** How long before the window a search may lie that an order or click names by its query id. */
  private static final Duration QUERY_ID_REACH = Duration.ofDays(30);

  /** How long before the window clicks still say what a search was for. */
  private static final Duration LAST_SEARCH_REACH = Duration.ofDays(1);

  private static final List<FactType> INTERACTIONS = List.of(
      FactType.IMPRESSION,
      FactType.VIEW,
      FactType.CLICK,
      FactType.FAVORITE,
      FactType.CART,
      FactType.FOLLOW,
      FactType.SHARE,
      FactType.AD_EXPOSURE,
      FactType.AD_CLICK);

  private final Session session;
  private final FactViews views;

  BehaviorReads(Session session, FactViews views) {
    this.session = session;
    this.views = views;
  }

  void attributedOrders(Window window, Catalogue catalogue, Consumer<AttributedOrder> sink)
      throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    zoneOffsets(window);
    trackedSearches(window);
    Instant from = window.from().minus(LAST_SEARCH_REACH);
    view(
        "tracked_clicks",
        views.between(
            FactType.CLICK, from, window.to(), FactColumn.PRODUCT_ID, FactColumn.QUERY_ID));
    view("tracked_results", results(from, window.to()));
    session.query(
        SqlText.named("attributed-orders"),
        row -> sink.accept(new AttributedOrder(
            row.getString(1),
            row.getString(2),
            row.getObject(3, LocalDate.class),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            plain(row.getBigDecimal(8)),
            row.getString(9),
            row.getString(10))));
  }

  List<KeywordTraffic> keywordTraffic(Window window) throws SQLException {
    searches(window);
    trackedSearches(window);
    view("clicks", views.between(FactType.CLICK, window.from(), window.to(), FactColumn.QUERY_ID));
    var traffic = new ArrayList<KeywordTraffic>();
    session.query(
        SqlText.named("keyword-traffic"),
        row -> traffic.add(
            new KeywordTraffic(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    return traffic;
  }

  List<CategoryBrandOrders> categoryBrandOrders(Window window, Catalogue catalogue)
      throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    zoneOffsets(window);
    var orders = new ArrayList<CategoryBrandOrders>();
    session.query(
        SqlText.named("category-brand-orders"),
        row -> orders.add(
            new CategoryBrandOrders(row.getString(1), row.getString(2), row.getLong(3))));
    return orders;
  }

  List<KeywordTotals> keywordTotals(Window window) throws SQLException {
    view(
        "keyword_stats",
        views.between(
            FactType.KEYWORD_STATS,
            window.from(),
            window.to(),
            FactType.KEYWORD_STATS.columns().toArray(FactColumn[]::new)));
    var totals = new ArrayList<KeywordTotals>();
    session.query(
        SqlText.named("keyword-totals"),
        row -> totals.add(new KeywordTotals(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            whole(row, 4),
            whole(row, 5),
            whole(row, 6),
            whole(row, 7),
            money(row, 8),
            money(row, 9),
            row.getString(10))));
    return totals;
  }

  void interestFacts(Window window, Catalogue catalogue, Consumer<InterestFact> sink)
      throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    zoneOffsets(window);
    searches(window);
    view("search_results", results(window.from(), window.to()));
    view("interactions", interactions(window));
    session.query(
        "SELECT " + InterestRow.COLUMNS + " FROM (" + SqlText.named("interest-facts") + ") facts",
        row -> sink.accept(InterestRow.fact(row)));
  }

  List<UnknownProduct> unknownProducts(Window window, Catalogue catalogue) throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    var unknown = new ArrayList<UnknownProduct>();
    session.query(
        SqlText.named("unknown-products"),
        row -> unknown.add(new UnknownProduct(row.getString(1), row.getLong(2))));
    return unknown;
  }

  private void products(Catalogue catalogue) throws SQLException {
    if (session.catalogueVersion().equals(catalogue.version())) {
      return;
    }
    session.execute("CREATE OR REPLACE TEMP TABLE products"
        + " (product_id VARCHAR, brand_id VARCHAR, category_id VARCHAR)");
    try (DuckDBAppender appender = session.temporaryAppender("products")) {
      for (Product product : catalogue.products()) {
        appender.beginRow();
        appender.append(product.id()).append(product.brandId()).append(product.categoryId());
        appender.endRow();
      }
    }
    session.catalogueVersion(catalogue.version());
  }

  private void ordersAndRefunds(Window window) throws SQLException {
    view(
        "orders",
        views.between(
            FactType.ORDER,
            window.from(),
            window.to(),
            FactType.ORDER.columns().toArray(FactColumn[]::new)));
    view(
        "refunds",
        views.between(
            FactType.REFUND,
            window.from(),
            window.to(),
            FactType.REFUND.columns().toArray(FactColumn[]::new)));
  }

  private void searches(Window window) throws SQLException {
    view(
        "searches",
        views.between(
            FactType.SEARCH,
            window.from(),
            window.to(),
            FactColumn.USER_ID,
            FactColumn.KEYWORD,
            FactColumn.QUERY_ID));
  }

  private void trackedSearches(Window window) throws SQLException {
    view(
        "tracked_searches",
        views.between(
            FactType.SEARCH,
            window.from().minus(QUERY_ID_REACH),
            window.to(),
            FactColumn.USER_ID,
            FactColumn.KEYWORD,
            FactColumn.QUERY_ID));
  }

  private String results(Instant from, Instant to) {
    return "SELECT id AS search_id, unnest(results) AS product_id FROM ("
        + views.between(FactType.SEARCH, from, to, FactColumn.RESULTS)
        + ") shown";
  }

  private String interactions(Window window) {
    Stream<String> own = INTERACTIONS.stream()
        .map(type -> interaction(
            type,
            "brand_id",
            window,
            FactColumn.USER_ID,
            FactColumn.PRODUCT_ID,
            FactColumn.BRAND_ID));
    Stream<String> ratings = Stream.of(interaction(
        FactType.RATING,
        "CAST(NULL AS VARCHAR) AS brand_id",
        window,
        FactColumn.USER_ID,
        FactColumn.PRODUCT_ID));
    return Stream.concat(own, ratings).collect(Collectors.joining(" UNION ALL "));
  }

  private String interaction(FactType type, String brand, Window window, FactColumn... columns) {
    return "SELECT " + SqlLiterals.text(type.label()) + " AS action, id, user_id, event_at,"
        + " product_id, " + brand + " FROM ("
        + views.between(type, window.from(), window.to(), columns) + ") of_type";
  }

  private void zoneOffsets(Window window) throws SQLException {
    view("zone_offsets", FactViews.zoneOffsets(window));
  }

  private void view(String name, String select) throws SQLException {
    session.execute("CREATE OR REPLACE TEMP VIEW " + name + " AS " + select);
  }

  private static @Nullable Long whole(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(value);
  }

  private static @Nullable BigDecimal money(ResultSet row, int column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : plain(value);
  }

  /** Two decimals, more only where they say something. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }
}
