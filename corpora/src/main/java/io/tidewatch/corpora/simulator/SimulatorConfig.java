package io.tidewatch.corpora.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How big and how lively a simulated market is. Rates are means a user and day on an ordinary day;
 * shares are from 0 to 1.
 *
 * @param users shoppers, who are also the authors of posts; 1 to 10,000,000
 * @param days length, 1 to 3,650
 * @param seed the same seed and configuration give the same bytes
 * @param end exclusive end of the market
 * @param brandsPerCategory brands that trade in a category, 2 to 50
 * @param productsPerBrand products of a brand in a category, 1 to 50
 * @param sessionsPerUserDay visits to the shop
 * @param postsPerUserDay posts
 * @param adExposuresPerUserDay advertisements seen
 * @param searchShare share of the visits that begin with a search
 * @param cartShare share of the clicks on the wanted product that end in the cart
 * @param refundShare share of the orders that are refunded, some in part only
 * @param ratingShare share of the orders that get stars
 * @param reviewShare share of the orders that get a review
 * @param bursts planted trends
 * @param lateBursts how many of them begin within the last two days
 * @param burstAuthors mean number of authors of a planted trend
 */
public record SimulatorConfig(
    int users,
    int days,
    long seed,
    Instant end,
    int brandsPerCategory,
    int productsPerBrand,
    double sessionsPerUserDay,
    double postsPerUserDay,
    double adExposuresPerUserDay,
    double searchShare,
    double cartShare,
    double refundShare,
    double ratingShare,
    double reviewShare,
    int bursts,
    int lateBursts,
    int burstAuthors) {

  /** Where the market is: its days and hours are counted here. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public SimulatorConfig {
    within("users", users, 1, 10_000_000);
    within("days", days, 1, 3650);
    within("brandsPerCategory", brandsPerCategory, 2, 50);
    within("productsPerBrand", productsPerBrand, 1, 50);
    within("sessionsPerUserDay", sessionsPerUserDay, 0, 100);
    within("postsPerUserDay", postsPerUserDay, 0, 100);
    within("adExposuresPerUserDay", adExposuresPerUserDay, 0, 100);
    within("searchShare", searchShare, 0, 1);
    within("cartShare", cartShare, 0, 1);
    within("refundShare", refundShare, 0, 1);
    within("ratingShare", ratingShare, 0, 1);
    within("reviewShare", reviewShare, 0, 1);
    within("bursts", bursts, 0, 1000);
    within("lateBursts", lateBursts, 0, bursts);
    within("burstAuthors", burstAuthors, 1, 1_000_000);
  }

  /** The market of the demonstration: 3,000 users, 60 days that end with Double 11 of 2025. */
  public static SimulatorConfig demo() {
    return new SimulatorConfig(
        3000,
        60,
        20251111,
        Instant.parse("2025-11-11T16:00:00Z"),
        8,
        6,
        0.125,
        0.031,
        0.05,
        0.78,
        0.5,
        0.06,
        0.15,
        0.2,
        9,
        4,
        70);
  }

  /** The same market with another size and seed. */
  public SimulatorConfig sized(int newUsers, int newDays, long newSeed) {
    return new SimulatorConfig(
        newUsers,
        newDays,
        newSeed,
        end,
        brandsPerCategory,
        productsPerBrand,
        sessionsPerUserDay,
        postsPerUserDay,
        adExposuresPerUserDay,
        searchShare,
        cartShare,
        refundShare,
        ratingShare,
        reviewShare,
        bursts,
        lateBursts,
        burstAuthors);
  }

  /** Inclusive start of the market. */
  public Instant start() {
    return end.minus(Duration.ofDays(days));
  }

  private static void within(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + ": a value from " + plain(min) + " to " + plain(max)
          + " is required, got " + plain(value));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
