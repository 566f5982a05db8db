package io.tidewatch.corpora.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How big and how lively a simulated market is. Rates are means a person and ordinary day; shares
 * are from 0 to 1. Shipped settings are {@linkplain Regime regimes}; {@link SimulatorConfigFile}
 * reads others.
 *
 * @param name of the regime, written into the truth
 * @param users people, who are also the authors of posts; 1 to 10,000,000
 * @param days length, 1 to 3,650
 * @param seed the same seed and configuration give the same bytes
 * @param end exclusive end of the market
 */
public record SimulatorConfig(
    String name,
    int users,
    int days,
    long seed,
    Instant end,
    Shop shop,
    Traffic traffic,
    Queries queries,
    Funnel funnel,
    Crowd crowd,
    Social social,
    Events events,
    BotTraffic bots,
    Stores stores,
    Delivery delivery,
    Records records,
    Truth truth) {

  /** Where the market is: its days and hours are counted here. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public SimulatorConfig {
    within("users", users, 1, 10_000_000);
    within("days", days, 1, 3650);
  }

  /** The market of the demonstration: 3,000 users, 60 days that end with Double 11 of 2025. */
  public static SimulatorConfig demo() {
    return Regime.read("demo");
  }

  /**
   * What the shop sells.
   *
   * @param brandsPerCategory brands that trade in a category, 2 to 50
   * @param productsPerBrand products of a brand in a category, 1 to 50
   * @param brandSkew exponent of the power law of brand strength by rank, 0 to 3
   */
  public record Shop(int brandsPerCategory, int productsPerBrand, double brandSkew) {
    public Shop {
      within("shop.brandsPerCategory", brandsPerCategory, 2, 50);
      within("shop.productsPerBrand", productsPerBrand, 1, 50);
      within("shop.brandSkew", brandSkew, 0, 3);
    }
  }

  /**
   * How many visits there are and what a visit shows.
   *
   * @param visits visits to the shop, 0 to 100
   * @param activitySpread standard deviation of the logarithm of a person's activity, 0 to 3
   * @param searchShare share of the visits that are searches
   * @param adExposures advertisements seen, 0 to 100
   * @param resultsPerPage results of a search, 1 to 30
   * @param positionBias exponent by which attention falls with the position, 0 to 3
   */
  public record Traffic(
      double visits,
      double activitySpread,
      double searchShare,
      double adExposures,
      int resultsPerPage,
      double positionBias) {
    public Traffic {
      within("traffic.visits", visits, 0, 100);
      within("traffic.activitySpread", activitySpread, 0, 3);
      portion("traffic.searchShare", searchShare);
      within("traffic.adExposures", adExposures, 0, 100);
      within("traffic.resultsPerPage", resultsPerPage, 1, 30);
      within("traffic.positionBias", positionBias, 0, 3);
    }
  }

  /**
   * What is typed.
   *
   * @param familiesPerCategory families of queries, 1 to 200
   * @param zipf exponent of their frequencies by rank, 0 to 3
   * @param plantedShare share of the searches that use the few planted words
   * @param ownerShare what the owner of a planted word is wanted by
   * @param namedShare what a brand is wanted by when the query names it, on average
   * @param ownershipSpread standard deviation of the log tilt of free words to brands, 0 to 3
   * @param variantShare share of the searches that do not use a family's main form
   */
  public record Queries(
      int familiesPerCategory,
      double zipf,
      double plantedShare,
      double ownerShare,
      double namedShare,
      double ownershipSpread,
      double variantShare) {
    public Queries {
      within("queries.familiesPerCategory", familiesPerCategory, 1, 200);
      within("queries.zipf", zipf, 0, 3);
      portion("queries.plantedShare", plantedShare);
      within("queries.ownerShare", ownerShare, .01, .99);
      within("queries.namedShare", namedShare, .01, .99);
      within("queries.ownershipSpread", ownershipSpread, 0, 3);
      portion("queries.variantShare", variantShare);
    }
  }

  /**
   * How visits narrow down to orders, and what follows.
   *
   * @param clickRate clicks an examined, ordinary product
   * @param cartShare clicked products that go into the cart
   * @param orderShare products in the cart that are ordered
   * @param refundShare orders that are refunded, some in part only
   * @param ratingShare orders that get stars
   * @param reviewShare orders that get a review
   */
  public record Funnel(
      double clickRate,
      double cartShare,
      double orderShare,
      double refundShare,
      double ratingShare,
      double reviewShare) {
    public Funnel {
      portion("funnel.clickRate", clickRate);
      portion("funnel.cartShare", cartShare);
      portion("funnel.orderShare", orderShare);
      portion("funnel.refundShare", refundShare);
      portion("funnel.ratingShare", ratingShare);
      portion("funnel.reviewShare", reviewShare);
    }
  }

  /**
   * Who the people are and how the shop knows them.
   *
   * @param archetypes patterns of taste, 1 to 1000
   * @param linkedShare people whose identifiers the records link
   * @param anonymousShare visits made under a cookie
   * @param newDevicesPerYear how often a device is replaced, 0 to 4
   * @param consentShare visitors of a store who consent to its Wi-Fi page
   */
  public record Crowd(
      int archetypes,
      double linkedShare,
      double anonymousShare,
      double newDevicesPerYear,
      double consentShare) {
    public Crowd {
      within("crowd.archetypes", archetypes, 1, 1000);
      portion("crowd.linkedShare", linkedShare);
      portion("crowd.anonymousShare", anonymousShare);
      within("crowd.newDevicesPerYear", newDevicesPerYear, 0, 4);
      portion("crowd.consentShare", consentShare);
    }
  }

  /**
   * What is written, and what it does.
   *
   * @param posts posts, 0 to 100
   * @param bursts planted trends, 0 to 1000
   * @param lateBursts how many of them begin within the last two days, at most {@code bursts}
   * @param burstAuthors mean number of authors of a planted trend
   * @param influence what talk adds to the wish for a brand while and after it is loud, 0 to 5
   */
  public record Social(
      double posts, int bursts, int lateBursts, int burstAuthors, double influence) {
    public Social {
      within("social.posts", posts, 0, 100);
      within("social.bursts", bursts, 0, 1000);
      within("social.lateBursts", lateBursts, 0, bursts);
      within("social.burstAuthors", burstAuthors, 1, 1_000_000);
      within("social.influence", influence, 0, 5);
    }
  }

  /**
   * What happens to brands, products and days.
   *
   * @param promotionsPerBrand mean number of price promotions of a brand in a category and year
   *     quarter, 0 to 50
   * @param priceChanges mean number of changes of a product's list price in a quarter, 0 to 50
   * @param stockOuts products that run out for some days, 0 to 10,000
   * @param entries brands that enter a category in mid-window, 0 to 1000
   * @param festivals strength of the commerce calendar, 0 (none) to 3
   */
  public record Events(
      double promotionsPerBrand,
      double priceChanges,
      int stockOuts,
      int entries,
      double festivals) {
    public Events {
      within("events.promotionsPerBrand", promotionsPerBrand, 0, 50);
      within("events.priceChanges", priceChanges, 0, 50);
      within("events.stockOuts", stockOuts, 0, 10_000);
      within("events.entries", entries, 0, 1000);
      within("events.festivals", festivals, 0, 3);
    }
  }

  /**
   * Machines among the accounts.
   *
   * @param share of the accounts that are machines
   * @param searches of a machine and day, 0 to 1000
   */
  public record BotTraffic(double share, double searches) {
    public BotTraffic {
      portion("bots.share", share);
      within("bots.searches", searches, 0, 1000);
    }
  }

  /**
   * Stores outside the web.
   *
   * @param count stores with sensors, 0 to 100,000
   * @param visits to a store, 0 to 10
   */
  public record Stores(int count, double visits) {
    public Stores {
      within("stores.count", count, 0, 100_000);
      within("stores.visits", visits, 0, 10);
    }
  }

  /**
   * What goes wrong on the way.
   *
   * @param lateShare records of the shop that arrive days late
   * @param lateDays how late at most, 1 to 30
   * @param repeatShare records that arrive twice
   * @param overRefundShare refunds that exceed their order, an error of the sender
   */
  public record Delivery(
      double lateShare, int lateDays, double repeatShare, double overRefundShare) {
    public Delivery {
      portion("delivery.lateShare", lateShare);
      within("delivery.lateDays", lateDays, 1, 30);
      portion("delivery.repeatShare", repeatShare);
      portion("delivery.overRefundShare", overRefundShare);
    }
  }

  /**
   * Which records are made.
   *
   * @param dimensions whether product records tell prices, margins and stock
   * @param daily whether each day's behaviour has a file of its own
   */
  public record Records(boolean dimensions, boolean daily) {}

  /**
   * What is told of the future.
   *
   * @param focalBrands brands for which every person's true conversion is told, 0 to 50
   * @param horizonDays days before the end at which it is told, and days it looks ahead, 1 to 365
   */
  public record Truth(int focalBrands, int horizonDays) {
    public Truth {
      within("truth.focalBrands", focalBrands, 0, 50);
      within("truth.horizonDays", horizonDays, 1, 365);
    }
  }

  /** The same market with another size and seed. */
  public SimulatorConfig sized(int newUsers, int newDays, long newSeed) {
    return new SimulatorConfig(
        name, newUsers, newDays, newSeed, end, shop, traffic, queries, funnel, crowd, social,
        events, bots, stores, delivery, records, truth);
  }

  /** Inclusive start of the market. */
  public Instant start() {
    return end.minus(Duration.ofDays(days));
  }

  /** The local day on which the market starts; its days are numbered from 0 on. */
  LocalDate firstDay() {
    return start().atZone(ZONE).toLocalDate();
  }

  private static void portion(String name, double value) {
    within(name, value, 0, 1);
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
