package io.tidewatch.corpora.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated market was made with: the answers that an analysis of its records should find.
 *
 * @param keywords families of queries that were typed at least once or were planted
 * @param events what happened to brands and products, in order of days
 * @param attention probability by 1-based position that a result in view is looked at
 */
public record MarketTruth(
    List<TrendTruth> trends,
    List<KeywordTruth> keywords,
    List<MarketEvent> events,
    List<Double> attention) {

  public MarketTruth {
    trends = List.copyOf(trends);
    keywords = List.copyOf(keywords);
    events = List.copyOf(events);
    attention = List.copyOf(attention);
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
   * A family of queries and who sells through it.
   *
   * @param keyword its main form
   * @param kind generic, attribute, scene, brand or product
   * @param variants other forms to how they came about
   * @param weight share of the category's searches on a day without a festival
   * @param planted {@code owned}, {@code contested}, {@code neutral} or {@code weak}; {@code none}
   *     when nothing was planted
   * @param searches made by people within the market
   * @param botSearches made by machines
   * @param orders expected number of orders from these searches: the sum of their probabilities
   * @param revenue expected money of these orders in CNY, refunds not taken off
   * @param probabilities how likely an order from it goes to each brand, summing to 1; empty when
   *     nobody searched for it
   * @param categoryShare the same for the orders of the category, from wherever they come
   * @param labels the planted label of those brands for which it is clear
   */
  public record KeywordTruth(
      String keyword,
      String category,
      String kind,
      Map<String, String> variants,
      double weight,
      String planted,
      long searches,
      long botSearches,
      double orders,
      double revenue,
      Map<String, Double> probabilities,
      Map<String, Double> categoryShare,
      Map<String, String> labels) {
    public KeywordTruth {
      variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
      categoryShare = Collections.unmodifiableMap(new LinkedHashMap<>(categoryShare));
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /**
   * What the searches for a family on one local day were to bring, given who searched and what was
   * shown. Sums over days give any window. A category's orders from wherever they come have an
   * empty keyword.
   *
   * @param orders expected orders by brand, only above 0
   * @param revenue expected money by brand, in CNY; empty for a category
   */
  public record KeywordDay(
      LocalDate day,
      String category,
      String keyword,
      long searches,
      long botSearches,
      Map<String, Double> orders,
      Map<String, Double> revenue) {
    public KeywordDay {
      orders = Collections.unmodifiableMap(new LinkedHashMap<>(orders));
      revenue = Collections.unmodifiableMap(new LinkedHashMap<>(revenue));
    }
  }

  /**
   * How likely a person orders from each focal brand within the horizon, as of {@code at}; by brand
   * id, brands without a chance left out.
   */
  public record Conversion(String userId, Instant at, Map<String, Chances> brands) {
    public Conversion {
      brands = Collections.unmodifiableMap(new LinkedHashMap<>(brands));
    }

    /**
     * Probabilities of at least one order.
     *
     * @param untreated when no campaign of the brand reaches the person
     * @param treated when one does all the time; may be lower
     * @param draw from 0 to 1, the same in every run of the market: a simulated campaign takes the
     *     person for a buyer when it is below the probability that applies
     */
    public record Chances(double untreated, double treated, double draw) {}
  }

  /**
   * A person's latent tastes.
   *
   * @param author the name under which the person posts
   * @param bot whether it is a machine, which has no tastes
   * @param interests category to weight, summing to 1, strongest first; the rest of the categories
   *     share what little attention is left
   * @param wouldBuy ids of the brands that the person prefers
   */
  public record UserTruth(
      String userId,
      String author,
      boolean bot,
      Map<String, Double> interests,
      List<String> wouldBuy,
      double activity,
      double budget,
      double thrift,
      int taste,
      double persuasion,
      double openness,
      double gifting) {
    public UserTruth {
      interests = Collections.unmodifiableMap(new LinkedHashMap<>(interests));
      wouldBuy = List.copyOf(wouldBuy);
    }
  }

  /**
   * Who hides behind which identifiers.
   *
   * @param linked whether the records link telephone number, devices and cookies to the account
   * @param handleDeclared whether the records link the author to the account
   * @param wifiConsent whether the person consents to a store's Wi-Fi page when asked
   */
  public record IdentityTruth(
      String userId,
      String author,
      String phone,
      boolean linked,
      boolean handleDeclared,
      boolean wifiConsent,
      List<DeviceTruth> devices) {
    public IdentityTruth {
      devices = List.copyOf(devices);
    }
  }

  /** A device and the cookie of its browser, in use from the start of that local day on. */
  public record DeviceTruth(String device, String cookie, LocalDate from) {}
}
