package io.tidewatch.corpora.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated market was made with: the answers that an analysis of its records should find.
 */
public record MarketTruth(
    List<TrendTruth> trends, List<KeywordTruth> keywords, List<UserTruth> users) {

  public MarketTruth {
    trends = List.copyOf(trends);
    keywords = List.copyOf(keywords);
    users = List.copyOf(users);
  }

  /**
   * A planted trend.
   *
   * @param start inclusive
   * @param end exclusive; the end of the market when {@code ongoing}
   * @param size distinct authors who wrote because of it, within the market
   * @param titles titles of the hot list that it brought
   * @param cause what happened, in words
   */
  public record TrendTruth(
      String brandId,
      String brand,
      String category,
      Instant start,
      Instant end,
      boolean ongoing,
      int size,
      int titles,
      String cause) {}

  /**
   * A query and who sells through it.
   *
   * @param weight share of the category's searches, words of brands and products apart
   * @param planted {@code owned}, {@code contested}, {@code neutral} or {@code weak}; {@code none}
   *     when nothing was planted
   * @param probabilities how likely an order from it goes to each brand, summing to 1
   * @param categoryShare the same for the orders of the category
   * @param labels the planted label of those brands for which it is clear
   */
  public record KeywordTruth(
      String keyword,
      String category,
      double weight,
      String planted,
      Map<String, Double> probabilities,
      Map<String, Double> categoryShare,
      Map<String, String> labels) {
    public KeywordTruth {
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
      categoryShare = Collections.unmodifiableMap(new LinkedHashMap<>(categoryShare));
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /**
   * A user's latent tastes.
   *
   * @param author the name under which the user posts
   * @param interests category to weight, summing to 1, strongest first; the rest of the
   *     categories share what little attention is left
   * @param wouldBuy ids of the brands that the user prefers
   */
  public record UserTruth(
      String userId, String author, Map<String, Double> interests, List<String> wouldBuy) {
    public UserTruth {
      interests = Collections.unmodifiableMap(new LinkedHashMap<>(interests));
      wouldBuy = List.copyOf(wouldBuy);
    }
  }
}
