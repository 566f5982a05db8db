package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.DayPart;
import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.CoSearch;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordHalves;
import io.tidewatch.model.behavior.KeywordMet;
import io.tidewatch.model.behavior.KeywordOrders;
import io.tidewatch.model.behavior.KeywordPlace;
import io.tidewatch.model.behavior.KeywordSales;
import io.tidewatch.model.behavior.KeywordSearches;
import io.tidewatch.model.behavior.KeywordTrial;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.OrderPath;
import io.tidewatch.model.behavior.ProductOrders;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.duckdb.DuckDBAppender;

/**
 * The counts of one window from kept sums of days. Needs a session of its own, whose tables it fills,
 * and files that do not change while it lives.
 */
final class DuckDbKeywordCounts implements KeywordCounts {
  private final Session session;
  private final FactViews views;
  private final KeywordWindow window;
  private final DaySums days;
  private final String products;
  private final Set<DayPart> made = EnumSet.noneOf(DayPart.class);
  private boolean attributed;

  DuckDbKeywordCounts(
      Session session, FactViews views, FactFiles files, KeywordWindow window, Catalogue catalogue)
      throws SQLException {
    this.session = session;
    this.views = views;
    this.window = window;
    this.days = new DaySums(session, views, files);
    this.products = hash(catalogue);
    ProductTable.fill(session, catalogue);
    var definitions = new WindowViews(views, window.window());
    session.views(definitions, "refunds");
    session.view("heads", definitions.named("heads"));
    session.view("money", "SELECT " + SqlLiterals.text(window.currency()) + " AS currency");
    session.execute("CREATE TEMP TABLE window_halves AS SELECT DATE '" + window.first()
        + "' AS first_day, DATE '" + window.middle() + "' AS middle_day");
  }

  @Override
  public List<KeywordSearches> searches() {
    need(DayPart.SEARCHED);
    return list("keyword-searches", row -> new KeywordSearches(row.getString(1), row.getLong(2)));
  }

  @Override
  public void countUnder(Map<String, String> heads) {
    run(() -> {
      session.execute("DROP VIEW IF EXISTS heads");
      session.execute("CREATE OR REPLACE TEMP TABLE heads (keyword VARCHAR, head VARCHAR)");
      try (DuckDBAppender appender = session.temporaryAppender("heads")) {
        for (var head : heads.entrySet()) {
          appender.beginRow();
          appender.append(head.getKey()).append(head.getValue());
          appender.endRow();
        }
      }
      attributed = false;
    });
  }

  @Override
  public List<KeywordHalves> halves() {
    need(DayPart.SEARCHED);
    return list(
        "keyword-halves",
        row -> new KeywordHalves(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  @Override
  public void clickedPlaces(Consumer<KeywordPlace> sink) {
    run(() -> session.views(
        new WindowViews(views, window.window()),
        "clicks",
        "results_shown",
        "recent_searches",
        "recent_impressions"));
    each(
        "clicked-places",
        row -> new KeywordPlace(
            row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
        sink);
  }

  @Override
  public void met(Map<Integer, BigDecimal> examination, Consumer<KeywordMet> sink) {
    need(DayPart.ACTED);
    String places = WindowViews.examination(examination);
    run(() -> days.view(
        DayPart.SHOWN, window.window(), products + places, Map.of("examination", places)));
    run(() -> session.view("examination", places));
    each(
        "keyword-met",
        row -> new KeywordMet(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            row.getLong(7),
            row.getLong(8),
            row.getBigDecimal(9),
            row.getLong(10)),
        sink);
  }

  @Override
  public void orders(Consumer<KeywordOrders> sink) {
    attribute();
    each(
        "keyword-orders",
        row -> new KeywordOrders(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getLong(5),
            BehaviorReads.money(row, 6)),
        sink);
  }

  @Override
  public void sales(Consumer<KeywordSales> sink) {
    attribute();
    each(
        "keyword-sales",
        row -> new KeywordSales(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            row.getLong(6),
            BehaviorReads.plain(row.getBigDecimal(7)),
            new KeywordSales.Half(row.getLong(4), row.getDouble(8), row.getDouble(10)),
            new KeywordSales.Half(row.getLong(5), row.getDouble(9), row.getDouble(11))),
        sink);
  }

  @Override
  public List<ProductOrders> products() {
    attribute();
    return list(
        "product-orders",
        row -> new ProductOrders(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            BehaviorReads.plain(row.getBigDecimal(5)),
            row.getLong(6)));
  }

  @Override
  public void coSearches(Consumer<CoSearch> sink) {
    need(DayPart.SEARCHED);
    each(
        "co-searches",
        row -> new CoSearch(
            row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
        sink);
  }

  @Override
  public void orderPaths(Consumer<OrderPath> sink) {
    need(DayPart.SEARCHED);
    run(() -> session.views(new WindowViews(views, window.window()), "orders"));
    each(
        "order-paths",
        row -> new OrderPath(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
        sink);
  }

  @Override
  public long busySearchers() {
    need(DayPart.SEARCHED);
    return list("busy-searchers", row -> row.getLong(1)).getFirst();
  }

  @Override
  public void trials(
      Window later, int purchaseDays, int interestDays, Consumer<KeywordTrial> sink) {
    need(DayPart.SEARCHED);
    run(() -> {
      Window bought = before(purchaseDays);
      users("later_buyers", later, WindowViews.part("brand-buyers"));
      users("held_buyers", bought, WindowViews.part("brand-buyers"));
      users("held_interest", before(interestDays), WindowViews.part("brand-interest"));
      session.view("held", "SELECT * FROM held_buyers UNION SELECT * FROM held_interest");
    });
    each(
        "keyword-trials",
        row -> new KeywordTrial(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
        sink);
  }

  private Window before(int length) {
    return Window.before(window.window().to(), length, window.window().zone());
  }

  private void users(String table, Window of, String statement) throws SQLException {
    session.views(new WindowViews(views, of), "orders", "refunds", "interactions");
    session.execute("CREATE OR REPLACE TEMP TABLE " + table + " AS " + statement);
  }

  /** Makes {@code attributed_lines}, once for the heads of now. */
  private void attribute() {
    need(DayPart.LINES);
    need(DayPart.ACTED);
    run(() -> {
      if (!attributed) {
        session.views(new WindowViews(views, window.window()), "refunds");
        session.execute("CREATE OR REPLACE TEMP TABLE attributed_lines AS "
            + WindowViews.part("attributed-lines"));
        attributed = true;
      }
    });
  }

  private void need(DayPart part) {
    run(() -> {
      if (made.add(part)) {
        days.view(part, window.window(), part == DayPart.SEARCHED ? "" : products, Map.of());
      }
    });
  }

  private <T> List<T> list(String statement, Row<T> mapper) {
    var rows = new ArrayList<T>();
    each(statement, mapper, rows::add);
    return rows;
  }

  private <T> void each(String statement, Row<T> mapper, Consumer<T> sink) {
    run(() -> {
      session.view("window_days", "SELECT * FROM window_halves");
      session.query(SqlText.named(statement), row -> sink.accept(mapper.of(row)));
    });
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (SQLException | IOException e) {
      throw new StoreUnavailableException("behaviour store, counts: " + e.getMessage(), e);
    }
  }

  private static String hash(Catalogue catalogue) {
    var hash = new CRC32C();
    for (Product product : catalogue.products()) {
      hash.update((product.id() + '\t' + product.brandId() + '\t' + product.categoryId() + '\n')
          .getBytes(StandardCharsets.UTF_8));
    }
    return catalogue.products().size() + " " + HexFormat.of().toHexDigits(hash.getValue());
  }

  /** Makes one value of a row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** A step that engine or disk may refuse. */
  private interface Step {
    void run() throws SQLException, IOException;
  }
}
