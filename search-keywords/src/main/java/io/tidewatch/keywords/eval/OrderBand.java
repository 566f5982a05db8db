package io.tidewatch.keywords.eval;

import java.util.List;

/** Words with about as many orders. */
record OrderBand(long from, long to) {
  static final List<OrderBand> ALL = List.of(
      new OrderBand(1, 9),
      new OrderBand(10, 29),
      new OrderBand(30, 59),
      new OrderBand(60, 119),
      new OrderBand(120, Long.MAX_VALUE));

  boolean holds(long orders) {
    return orders >= from && orders <= to;
  }

  String label() {
    return to == Long.MAX_VALUE ? from + " orders and more" : from + " to " + to + " orders";
  }
}
