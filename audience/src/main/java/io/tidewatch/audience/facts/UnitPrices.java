package io.tidewatch.audience.facts;

import java.util.Arrays;

/** Mean price of a piece by product. */
final class UnitPrices {
  private double[] amounts = new double[16];
  private long[] pieces = new long[16];

  void add(int product, double amount, long quantity) {
    if (product >= amounts.length) {
      int room = Math.max(product + 1, amounts.length * 2);
      amounts = Arrays.copyOf(amounts, room);
      pieces = Arrays.copyOf(pieces, room);
    }
    amounts[product] += amount;
    pieces[product] += quantity;
  }

  double mean(int product) {
    return product >= amounts.length || pieces[product] == 0
        ? Double.NaN
        : amounts[product] / pieces[product];
  }
}
