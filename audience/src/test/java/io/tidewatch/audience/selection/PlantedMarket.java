package io.tidewatch.audience.selection;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Users whose chance to buy is known: it rises with orders, is high in the city "sh", higher with
 * the tag "skin", and has nothing to do with noise. Recency is missing for half.
 */
public record PlantedMarket(UserTable table, boolean[] buys, double[] chance) {
  static final List<FeatureSpec> FEATURES = List.of(
      FeatureSpec.number("orders"),
      FeatureSpec.number("recency"),
      FeatureSpec.number("noise"),
      FeatureSpec.category("city"),
      FeatureSpec.tags("topics"));

  public static PlantedMarket of(int users, long seed) {
    var random = new SplittableRandom(seed);
    var builder = UserTable.of(FEATURES);
    boolean[] buys = new boolean[users];
    double[] chance = new double[users];
    String[] cities = {"bj", "sh", "gz", "sz"};
    String[] topics = {"skin", "food", "cars", "games", "baby"};
    for (int i = 0; i < users; i++) {
      builder.user();
      int orders = random.nextInt(10);
      builder.number(0, orders);
      double odds = -4.5 + 0.35 * orders;
      if (random.nextBoolean()) {
        int recency = random.nextInt(60);
        builder.number(1, recency);
        odds += recency < 10 ? 1.5 : 0;
      }
      builder.number(2, random.nextDouble());
      String city = cities[random.nextInt(cities.length)];
      builder.category(3, city);
      odds += city.equals("sh") ? 1 : 0;
      for (String topic : topics) {
        if (random.nextDouble() < 0.2) {
          builder.tag(4, topic, 1 + random.nextInt(3));
          odds += topic.equals("skin") ? 1.5 : 0;
        }
      }
      chance[i] = Logistic.of(odds);
      buys[i] = random.nextDouble() < chance[i];
    }
    return new PlantedMarket(builder.build(), buys, chance);
  }

  public Sample sample() {
    return Sample.all(table, buys);
  }
}
