package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Product;
import java.util.List;

/**
 * A brand in a category.
 *
 * @param products the most bought one first
 * @param quality probability that a buyer is content
 */
record Stall(Brand brand, List<Product> products, double quality) {
  static final double PRICE_WHEN_UNKNOWN = 99;

  Stall {
    products = List.copyOf(products);
  }

  static double price(Product product) {
    return product.price() == null ? PRICE_WHEN_UNKNOWN : product.price().doubleValue();
  }

  /**
   * A product for a budget, in natural logarithms above the category's median price: a popular one
   * rather than the last of the line, and one in reach.
   */
  Product choose(double medianPrice, double budget, Chance chance) {
    double[] weights = new double[products.size()];
    for (int i = 0; i < weights.length; i++) {
      double distance = Math.abs(Math.log(price(products.get(i)) / medianPrice) - budget);
      weights[i] = Math.pow(i + 1, -.8) * Math.exp(-.7 * distance);
    }
    return products.get(chance.index(weights));
  }
}
