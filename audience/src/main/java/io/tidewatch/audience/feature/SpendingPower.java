package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What users of the base spend: Σ amount·0.5^(age/half-life), mean order value, and the mean rank
 * of what they bought within the prices of its category, each as fifths among those who have it, 5
 * the highest. Orders of the target brand are left out, because they restate the label; so are
 * orders that were paid back and those in another currency. NaN is "no value". Immutable.
 */
public final class SpendingPower {
  private final double[] spend;
  private final double[] orderValue;
  private final double[] priceRank;

  private SpendingPower(double[] spend, double[] orderValue, double[] priceRank) {
    this.spend = spend;
    this.orderValue = orderValue;
    this.priceRank = priceRank;
  }

  /** Of the users who fulfil {@code wanted}; {@code own} is null without a brand. */
  static SpendingPower of(
      UserFacts facts,
      PriceBands bands,
      @Nullable BrandScope own,
      double halfLifeDays,
      IntPredicate wanted) {
    int users = facts.users();
    double[] spend = nothing(users);
    double[] orderValue = nothing(users);
    double[] priceRank = nothing(users);
    for (int user = 0; user < users; user++) {
      if (wanted.test(user)) {
        read(facts, bands, own, halfLifeDays, user, spend, orderValue, priceRank);
      }
    }
    return new SpendingPower(spend, orderValue, priceRank);
  }

  private static void read(
      UserFacts facts,
      PriceBands bands,
      @Nullable BrandScope own,
      double halfLifeDays,
      int user,
      double[] spend,
      double[] orderValue,
      double[] priceRank) {
    double decayed = 0;
    double amount = 0;
    int orders = 0;
    double ranks = 0;
    int ranked = 0;
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      if (!facts.isKeptOrder(fact)
          || Float.isNaN(facts.value(fact))
          || (own != null && own.isOf(facts, fact))) {
        continue;
      }
      double value = facts.value(fact);
      decayed += value * Math.pow(0.5, Math.max(0, facts.day(fact)) / halfLifeDays);
      amount += value;
      orders++;
      double rank = bands.rank(facts.product(fact));
      if (!Double.isNaN(rank)) {
        ranks += rank;
        ranked++;
      }
    }
    if (orders > 0) {
      spend[user] = decayed;
      orderValue[user] = amount / orders;
      priceRank[user] = ranked == 0 ? Double.NaN : ranks / ranked;
    }
  }

  /** Decayed spend of a user; NaN without an order. */
  public double spend(int user) {
    return spend[user];
  }

  /** Mean order value; NaN without an order. */
  public double orderValue(int user) {
    return orderValue[user];
  }

  /** Mean price rank, 0 to 1; NaN without an order of a product with a rank. */
  public double priceRank(int user) {
    return priceRank[user];
  }

  byte[] spendFifths() {
    return fifths(spend);
  }

  byte[] orderValueFifths() {
    return fifths(orderValue);
  }

  byte[] priceRankFifths() {
    return fifths(priceRank);
  }

  /** 1 to 5 by quintiles of the values that are; 0 for NaN; equal values share the higher fifth. */
  private static byte[] fifths(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    var fifths = new byte[values.length];
    for (int user = 0; user < values.length; user++) {
      if (!Double.isNaN(values[user])) {
        int fifth = 1;
        while (fifth < 5 && values[user] >= sorted[(int) ((long) sorted.length * fifth / 5)]) {
          fifth++;
        }
        fifths[user] = (byte) fifth;
      }
    }
    return fifths;
  }

  private static double[] nothing(int users) {
    double[] values = new double[users];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
