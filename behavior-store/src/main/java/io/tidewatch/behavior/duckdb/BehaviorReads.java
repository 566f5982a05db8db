package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordOutcome;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The windowed reads of one session: makes the views, runs the shipped statement, maps rows. */
final class BehaviorReads {
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
    trackedSearches(window);
    views(
        window,
        "recent_searches",
        "recent_impressions",
        "clicks",
        "recent_clicks",
        "carts",
        "heads",
        "acted_days",
        "nearby_searches",
        "nearby_results",
        "order_lines",
        "attributed_lines");
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
    views(window, "clicks");
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
    var orders = new ArrayList<CategoryBrandOrders>();
    session.query(
        SqlText.named("category-brand-orders"),
        row -> orders.add(
            new CategoryBrandOrders(row.getString(1), row.getString(2), row.getLong(3))));
    return orders;
  }

  void marketOrders(Window window, Catalogue catalogue, Consumer<MarketOrder> sink)
      throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    session.query(
        SqlText.named("market-orders"),
        row -> sink.accept(new MarketOrder(
            row.getString(2),
            row.getObject(3, LocalDate.class),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getLong(7),
            plain(row.getBigDecimal(8)),
            plain(row.getBigDecimal(9)),
            row.getString(10))));
  }

  List<LocalDate> seenDays(Window window) throws SQLException {
    searches(window);
    views(window, "interactions", "orders");
    var days = new ArrayList<LocalDate>();
    session.query(SqlText.named("seen-days"), row -> days.add(row.getObject(1, LocalDate.class)));
    return days;
  }

  List<KeywordTotals> keywordTotals(Window window) throws SQLException {
    views(window, "keyword_stats");
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
            row.getString(10),
            row.getInt(11) == 1)));
    return totals;
  }

  void interestFacts(Window window, Catalogue catalogue, Consumer<InterestFact> sink)
      throws SQLException {
    products(catalogue);
    ordersAndRefunds(window);
    searches(window);
    views(window, "search_results", "interactions");
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

  void products(Catalogue catalogue) throws SQLException {
    ProductTable.fill(session, catalogue);
  }

  void ordersAndRefunds(Window window) throws SQLException {
    views(window, "orders", "refunds");
  }

  void searches(Window window) throws SQLException {
    views(window, "searches");
  }

  void trackedSearches(Window window) throws SQLException {
    views(window, "tracked_searches");
  }

  void views(Window window, String... names) throws SQLException {
    session.views(new WindowViews(views, window), names);
  }

  List<KeywordSpend> keywordSpend(Window window) throws SQLException {
    views(window, "ad_events");
    var spend = new ArrayList<KeywordSpend>();
    session.query(
        SqlText.named("keyword-spend"),
        row -> spend.add(new KeywordSpend(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getLong(5),
            money(row, 6))));
    return spend;
  }

  List<KeywordOutcome> keywordOutcomes(Window window) throws SQLException {
    searches(window);
    views(window, "recent_impressions", "clicks", "told_results", "search_results");
    var outcomes = new ArrayList<KeywordOutcome>();
    session.query(
        SqlText.named("keyword-outcomes"),
        row -> outcomes.add(new KeywordOutcome(
            row.getString(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6))));
    return outcomes;
  }

  static @Nullable Long whole(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(value);
  }

  static @Nullable BigDecimal money(ResultSet row, int column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : plain(value);
  }

  /** Two decimals, more only where they say something. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }
}
