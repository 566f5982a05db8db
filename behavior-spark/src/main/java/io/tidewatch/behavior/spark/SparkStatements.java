package io.tidewatch.behavior.spark;

import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.Statements;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The shipped statements on Spark SQL, over the files of a behaviour store as they lie when it is
 * opened. It never writes to them. The sums that several statements read are computed once for as
 * long as the window is the same. For one thread at a time.
 */
public final class SparkStatements implements Statements, AutoCloseable {
  private static final StructType PRODUCTS = new StructType()
      .add("product_id", DataTypes.StringType)
      .add("brand_id", DataTypes.StringType)
      .add("category_id", DataTypes.StringType);

  private final SparkSession session;
  private final SparkFacts facts;
  private final Set<String> made = new HashSet<>();
  private @Nullable Window viewed;

  private SparkStatements(SparkSession session, SparkFacts facts) {
    this.session = session;
    this.facts = facts;
  }

  /**
   * Starts Spark over a folder.
   *
   * @param root the store's folder, a path or an address that every worker can read
   * @param catalogue whose products statements join
   */
  public static SparkStatements open(SparkSettings settings, String root, Catalogue catalogue) {
    var rows = new ArrayList<Row>();
    for (Product product : catalogue.products()) {
      rows.add(RowFactory.create(product.id(), product.brandId(), product.categoryId()));
    }
    SparkSession session = settings.open();
    return over(session, root, session.createDataFrame(rows, PRODUCTS));
  }

  /** As {@link #open} with products in a Spark table of product_id, brand_id, category_id. */
  static SparkStatements over(SparkSession session, String root, Dataset<Row> products) {
    products.createOrReplaceTempView("products");
    return new SparkStatements(session, SparkFacts.over(session, root));
  }

  @Override
  public void run(String name, Window window, Consumer<List<@Nullable Object>> sink) {
    for (Row row : result(name, window).collectAsList()) {
      var values = new ArrayList<@Nullable Object>(row.size());
      for (int i = 0; i < row.size(); i++) {
        values.add(plain(row.get(i)));
      }
      sink.accept(values);
    }
  }

  /** The statement's rows, not yet computed. */
  Dataset<Row> result(String name, Window window) {
    String statement = SqlText.named(name);
    var views = new WindowViews(facts, window);
    if (!window.equals(viewed)) {
      made.clear();
      viewed = window;
    }
    for (String view : views.neededBy(statement)) {
      if (made.add(view)) {
        Dataset<Row> rows = session.sql(views.named(view));
        // Views of views make Spark's plans grow without bound.
        (views.isSum(view) ? rows.localCheckpoint() : rows).createOrReplaceTempView(view);
      }
    }
    return session.sql(statement);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Integer number -> number.longValue();
      case BigDecimal number -> number.stripTrailingZeros();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      default -> value;
    };
  }

  @Override
  public void close() {
    session.stop();
  }
}
