package io.tidewatch.api.strategy;

import io.tidewatch.model.behavior.MarketOrder;
import java.math.BigDecimal;

/** Adds up orders of one group, one user after the other. Not thread-safe. */
final class Tally {
  private final String currency;
  private String user = "";
  private long buyers;
  private long orders;
  private long otherCurrency;
  private BigDecimal gmv = BigDecimal.ZERO;
  private long userOrders;
  private double userGmv;
  private double orderSquares;
  private double gmvSquares;

  /** {@code currency}: orders in another one count and have no value. */
  Tally(String currency) {
    this.currency = currency;
  }

  /** The orders of a user come together. */
  void add(MarketOrder order) {
    if (!order.userId().equals(user)) {
      close();
      user = order.userId();
      buyers++;
    }
    orders++;
    userOrders++;
    if (order.currency().equals(currency)) {
      gmv = gmv.add(order.net());
      userGmv += order.net().doubleValue();
    } else {
      otherCurrency++;
    }
  }

  private void close() {
    orderSquares += (double) userOrders * userOrders;
    gmvSquares += userGmv * userGmv;
    userOrders = 0;
    userGmv = 0;
  }

  long buyers() {
    return buyers;
  }

  /** Order lines. */
  long orders() {
    return orders;
  }

  /** Order lines that {@link #gmv} leaves out. */
  long otherCurrency() {
    return otherCurrency;
  }

  /** Exact sum. */
  BigDecimal gmv() {
    return gmv;
  }

  Total ofBuyers() {
    return Total.of(buyers);
  }

  Total ofOrders() {
    return new Total((double) orders, orderSquares + (double) userOrders * userOrders);
  }

  Total ofGmv() {
    return new Total(gmv.doubleValue(), gmvSquares + userGmv * userGmv);
  }
}
