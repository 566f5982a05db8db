package io.tidewatch.benchmarks;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop's log written straight into the behaviour store's partitions: searches of 20,000 words with
 * a steep head, each with its own ranking that moves by two places, clicks that fall with the place,
 * carts and orders, half of which name their search.
 * Equal arguments give equal rows.
 */
final class KeywordMarketFiles {
  /** First local day. */
  static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

  private static final int CATEGORIES = 20;
  private static final int PRODUCTS_OF_CATEGORY = 100;
  private static final int BRANDS = 50;
  private static final int PLACES = 10;
  private static final String COMMON = "CAST(hash(id) >> 1 AS BIGINT) AS key_hash, event_at,"
      + " event_at AS version_at, CAST(0 AS BIGINT) AS arrival, false AS deleted,"
      + " CAST(hash(id) >> 1 AS BIGINT) AS content_hash, 'shop' AS source,"
      + " CAST(NULL AS TIMESTAMP) AS updated_at, event_at AS received_at,"
      + " CAST(NULL AS VARCHAR) AS extra";

  private final Path store;
  private final long eventsOfDay;

  /** {@code store}: the folder of a behaviour store that is not open. */
  KeywordMarketFiles(Path store, long eventsOfDay) {
    this.store = store;
    this.eventsOfDay = eventsOfDay;
  }

  static Catalogue catalogue() {
    var categories = new ArrayList<Category>();
    var brands = new ArrayList<Brand>();
    var products = new ArrayList<Product>();
    for (int c = 0; c < CATEGORIES; c++) {
      categories.add(new Category("c" + c, "类目" + c, "Category " + c, null, true));
      for (int p = 0; p < PRODUCTS_OF_CATEGORY; p++) {
        int id = c * PRODUCTS_OF_CATEGORY + p;
        products.add(new Product("p" + id, "商品" + id, "b" + id % BRANDS, "c" + c, null, List.of()));
      }
    }
    for (int b = 0; b < BRANDS; b++) {
      brands.add(new Brand("b" + b, "品牌" + b, List.of(), List.of(), List.of()));
    }
    return new Catalogue(categories, brands, products, List.of());
  }

  /** Writes days [first, first + days) of the log, numbered from 0. */
  void write(int first, int days) throws SQLException, IOException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      long searches = eventsOfDay * 3 / 10;
      statement.execute("CREATE MACRO h(x, salt) AS hash(x * 1000003 + salt)");
      statement.execute("CREATE MACRO u(x, salt) AS (h(x, salt) % 1000000) / 1000000.0");
      statement.execute("CREATE MACRO kw(j) AS CAST(floor(20000 * power(u(j, 1), 3)) AS BIGINT)");
      statement.execute("CREATE MACRO usr(j) AS 'u' || (h(j, 2) % " + eventsOfDay + ")");
      statement.execute("CREATE MACRO moment(j) AS TIMESTAMP '" + FIRST.minusDays(1)
          + " 16:00:00' + to_microseconds(CAST(j * (86400000000.0 / " + searches
          + ") AS BIGINT))");
      statement.execute("CREATE MACRO prod(j, p) AS 'p' || ((kw(j) % " + CATEGORIES + ") * "
          + PRODUCTS_OF_CATEGORY + " + (h(kw(j), 3) % 100 + p * 7 + h(j, 3) % 3 * 7) % 100)");
      statement.execute("CREATE MACRO place(i) AS CAST(floor(10 * power(u(i, 4), 2)) AS BIGINT)");
      for (int day = first; day < first + days; day++) {
        write(statement, day, searches);
      }
    }
  }

  private void write(Statement statement, int day, long searches) throws SQLException, IOException {
    long from = day * searches;
    copy(
        statement,
        "search",
        "SELECT 's' || j AS id, moment(j) AS event_at, usr(j) AS user_id, '词' || kw(j) AS query,"
            + " '词' || kw(j) AS keyword, 's' || j AS query_id,"
            + " [" + results() + "] AS results FROM range(" + from + ", "
            + (from + searches) + ") r(j)",
        "user_id, query, keyword, query_id, results",
        day);
    String met = "usr(j) AS user_id, prod(j, place(i)) AS product_id, CAST(NULL AS VARCHAR) AS"
        + " brand_id, 's' || j AS query_id, place(i) + 1 AS list_position, CAST(NULL AS VARCHAR)"
        + " AS channel";
    String columns = "user_id, product_id, brand_id, query_id, list_position, channel";
    meet(statement, "click", 40, 30, met, columns, day, searches);
    meet(statement, "view", 20, 45, met, columns, day, searches);
    meet(statement, "cart", 5, 60, met, columns, day, searches);
    meet(
        statement,
        "order",
        5,
        300,
        "usr(j) AS user_id, prod(j, place(i)) AS product_id, CAST(1 AS BIGINT) AS quantity,"
            + " CAST(10 + h(i, 6) % 500 AS DECIMAL(18,4)) AS amount, 'CNY' AS currency,"
            + " CASE WHEN h(i, 7) % 2 = 0 THEN 's' || j END AS query_id",
        "user_id, product_id, quantity, amount, currency, query_id",
        day,
        searches);
  }

  private static String results() {
    return IntStream.range(0, PLACES)
        .mapToObj(place -> "prod(j, " + place + ")")
        .collect(Collectors.joining(", "));
  }

  private void meet(
      Statement statement,
      String type,
      int percent,
      int seconds,
      String select,
      String columns,
      int day,
      long searches)
      throws SQLException, IOException {
    long count = eventsOfDay * percent / 100;
    copy(
        statement,
        type,
        "SELECT '" + type + "' || i AS id, moment(j) + INTERVAL " + seconds
            + " SECOND AS event_at, "
            + select + " FROM (SELECT i, " + day * searches + " + CAST(h(i, " + percent
            + ") % " + searches + " AS BIGINT) AS j FROM range(" + day * count + ", "
            + (day + 1) * count + ") r(i))",
        columns,
        day);
  }

  private void copy(Statement statement, String type, String rows, String columns, int day)
      throws SQLException, IOException {
    Path folder = store.resolve("facts").resolve(type);
    Files.createDirectories(folder);
    statement.execute("COPY (SELECT id, " + COMMON + ", " + columns
        + ", CAST(event_at AS DATE) AS day FROM (" + rows + ") ORDER BY day, event_at, id) TO '"
        + folder + "' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (day), OVERWRITE_OR_IGNORE,"
        + " FILENAME_PATTERN 'd" + day + "-{i}')");
  }
}
