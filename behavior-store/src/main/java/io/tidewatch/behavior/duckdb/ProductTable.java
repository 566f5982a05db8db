package io.tidewatch.behavior.duckdb;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** The session's table {@code products}: brand and category of each product of the catalogue. */
final class ProductTable {
  private ProductTable() {}

  /** Fills it unless it holds that version of the catalogue. */
  static void fill(Session session, Catalogue catalogue) throws SQLException {
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
}
