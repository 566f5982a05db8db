package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Interaction.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits to the shop: a search or a look around, what is shown, clicked, kept and bought, and what
 * follows a purchase.
 */
final class Shopping {
  private static final int RESULTS = 8;
  private static final double ORDER_AFTER_CART = .8;
  private static final double PAID_LATER = .35;
  private static final double TRACKED = .85;
  private static final double BURST_PULL = .2;

  private final SimulatorConfig config;
  private final Market market;
  private final ShopLog log;
  private final Reviews reviews;

  Shopping(SimulatorConfig config, Market market, ShopLog log, Reviews reviews) {
    this.config = config;
    this.market = market;
    this.log = log;
    this.reviews = reviews;
  }

  /** What a visit is about: a product of a stall, how it was come by, and who else was shown. */
  private record Aim(
      Shelf shelf,
      Stall stall,
      Product product,
      List<Product> shown,
      int position,
      @Nullable String queryId,
      String channel) {}

  void visit(Shopper shopper, Instant at, Season season, List<Burst> active, Chance chance) {
    int number = chance.index(shopper.interests());
    Shelf shelf = market.shelves().get(number);
    int talkedAbout = -1;
    for (Burst burst : active) {
      if (burst.shelf() == number && burst.active(at) && chance.happens(BURST_PULL)) {
        talkedAbout = burst.stall();
      }
    }
    Aim aim = talkedAbout >= 0 || chance.happens(config.searchShare())
        ? searched(shopper, number, shelf, talkedAbout, at, chance)
        : browsed(shopper, number, shelf, chance);
    Instant time = shown(shopper, aim, at, chance);
    pursue(shopper, aim, time, season, chance);
  }

  /** An advertisement is shown; now and then it is clicked, and then it may sell. */
  void advertise(Shopper shopper, Campaign campaign, Instant at, Season season, Chance chance) {
    Shelf shelf = market.shelves().get(campaign.shelf());
    Stall stall = shelf.stalls().get(campaign.stall());
    Product product = stall.choose(shelf.medianPrice(), shopper.budget(), chance);
    log.advertisement(false, shopper, at, campaign.id(), product, new BigDecimal("0.04"));
    if (chance.happens(shopper.cares(campaign.shelf()) ? .08 : .02)) {
      Instant click = at.plusSeconds(chance.integer(2, 20));
      BigDecimal cost = BigDecimal.valueOf(chance.integer(60, 240), 2);
      log.advertisement(true, shopper, click, campaign.id(), product, cost);
      pursue(
          shopper,
          new Aim(shelf, stall, product, List.of(product), 0, null, "ad"),
          click,
          season,
          chance);
    }
  }

  private Aim searched(
      Shopper shopper, int number, Shelf shelf, int talkedAbout, Instant at, Chance chance) {
    boolean byName =
        talkedAbout >= 0 || shelf.keywords().isEmpty() || chance.happens(Market.NAME_SHARE);
    Weights shares = shelf.shares();
    String query = "";
    if (!byName) {
      Keyword keyword = shelf.keywords().get(chance.index(shelf.keywordWeights()));
      query = keyword.text();
      shares = keyword.shares();
    }
    int wanted = talkedAbout >= 0 ? talkedAbout : chance.index(shopper.lean(number, shares));
    Stall stall = shelf.stalls().get(wanted);
    Product product = stall.choose(shelf.medianPrice(), shopper.budget(), chance);
    if (byName) {
      query = chance.happens(.6) ? stall.brand().name() : product.name();
    }
    int position = Math.min(RESULTS - 1, (int) (chance.exponential() * .9));
    List<Product> results = results(shelf, shares, product, position, RESULTS, chance);
    position = results.indexOf(product);
    String id = log.search(shopper, at, query, results);
    int shown = Math.min(results.size(), Math.max(chance.integer(1, 3), position + 1));
    return new Aim(
        shelf,
        stall,
        product,
        results.subList(0, shown),
        position,
        chance.happens(TRACKED) ? id : null,
        "search");
  }

  private static Aim browsed(Shopper shopper, int number, Shelf shelf, Chance chance) {
    Stall stall = shelf.stalls().get(chance.index(shopper.lean(number, shelf.shares())));
    Product product = stall.choose(shelf.medianPrice(), shopper.budget(), chance);
    int size = chance.integer(1, 3);
    int position = chance.integer(0, size - 1);
    List<Product> shown = results(shelf, shelf.shares(), product, position, size, chance);
    return new Aim(shelf, stall, product, shown, shown.indexOf(product), null, "feed");
  }

  /** Distinct products with the wanted one at its place, or last when there are fewer. */
  private static List<Product> results(
      Shelf shelf, Weights shares, Product wanted, int position, int size, Chance chance) {
    var others = new LinkedHashSet<Product>();
    for (int i = 0; i < 3 * size && others.size() < size - 1; i++) {
      Stall stall = shelf.stalls().get(chance.index(shares));
      Product product = chance.oneOf(stall.products());
      if (!product.equals(wanted)) {
        others.add(product);
      }
    }
    var results = new ArrayList<>(others);
    results.add(Math.min(position, results.size()), wanted);
    return results;
  }

  private Instant shown(Shopper shopper, Aim aim, Instant at, Chance chance) {
    Instant time = at.plusSeconds(1);
    for (int i = 0; i < aim.shown().size(); i++) {
      log.interaction(
          Action.IMPRESSION,
          shopper,
          time,
          aim.shown().get(i),
          aim.queryId(),
          i + 1,
          aim.channel());
    }
    if (chance.happens(.2)) {
      Product other = chance.oneOf(aim.shown());
      if (!other.equals(aim.product())) {
        click(shopper, aim, other, time.plusSeconds(chance.integer(3, 40)), chance);
      }
    }
    return time.plusSeconds(chance.integer(20, 90));
  }

  private void click(Shopper shopper, Aim aim, Product product, Instant at, Chance chance) {
    int position = aim.shown().indexOf(product) + 1;
    log.interaction(Action.CLICK, shopper, at, product, aim.queryId(), position, aim.channel());
    if (chance.happens(.4)) {
      log.interaction(
          Action.VIEW, shopper, at.plusSeconds(2), product, aim.queryId(), null, aim.channel());
    }
    if (chance.happens(.07)) {
      log.interaction(
          Action.FAVORITE,
          shopper,
          at.plusSeconds(chance.integer(10, 120)),
          product,
          aim.queryId(),
          null,
          null);
    }
    if (chance.happens(.02)) {
      log.follow(shopper, at.plusSeconds(chance.integer(10, 200)), product.brandId());
    }
    if (chance.happens(.015)) {
      log.interaction(
          Action.SHARE,
          shopper,
          at.plusSeconds(chance.integer(10, 200)),
          product,
          null,
          null,
          null);
    }
  }

  private void pursue(Shopper shopper, Aim aim, Instant at, Season season, Chance chance) {
    if (!chance.happens(.78)) {
      return;
    }
    click(shopper, aim, aim.product(), at, chance);
    if (!chance.happens(Math.min(.9, config.cartShare() * season.purchases()))) {
      return;
    }
    Instant cart = at.plusSeconds(chance.integer(20, 300));
    log.interaction(Action.CART, shopper, cart, aim.product(), aim.queryId(), null, aim.channel());
    if (chance.happens(ORDER_AFTER_CART * aim.shelf().purchaseFactor())) {
      buy(shopper, aim, cart, season, chance);
    }
  }

  private void buy(Shopper shopper, Aim aim, Instant cart, Season season, Chance chance) {
    Instant at = cart.plusSeconds(chance.integer(30, 1800));
    if (season.paidIn().isPresent() && chance.happens(PAID_LATER)) {
      var days = season.paidIn().get();
      at = days.first()
          .plusDays(chance.integer(0, (int) days.first().until(days.last(), ChronoUnit.DAYS)))
          .atTime(20, 0)
          .atZone(SimulatorConfig.ZONE)
          .toInstant()
          .plusSeconds(chance.integer(0, 10_000));
    }
    double price = Stall.price(aim.product());
    int quantity = price < 150 && chance.happens(.3) ? chance.integer(2, 4) : 1;
    double discount = season.purchases() > 1 ? chance.between(.7, .95) : chance.between(.88, 1);
    BigDecimal amount =
        BigDecimal.valueOf(price * quantity * discount).setScale(2, RoundingMode.HALF_UP);
    String order = log.order(shopper, at, aim.product(), quantity, amount, aim.queryId());
    afterwards(shopper, aim, order, at, amount, chance);
  }

  private void afterwards(
      Shopper shopper, Aim aim, String order, Instant at, BigDecimal amount, Chance chance) {
    boolean content = chance.happens(aim.stall().quality());
    if (chance.happens(config.refundShare() * (content ? .6 : 2))) {
      boolean full = chance.happens(.7);
      BigDecimal back = full
          ? amount
          : amount
              .multiply(BigDecimal.valueOf(chance.integer(1, 5)))
              .divide(BigDecimal.TEN, 2, RoundingMode.DOWN);
      if (back.signum() > 0) {
        log.refund(shopper, later(at, 1, 7, chance), order, back);
      }
    }
    if (chance.happens(config.ratingShare())) {
      int stars = stars(content, chance);
      log.rating(shopper, later(at, 3, 9, chance), aim.product(), stars);
    }
    if (chance.happens(config.reviewShare())) {
      Instant written = later(at, 3, 10, chance);
      reviews.write(shopper, aim.shelf(), aim.stall(), aim.product(), content, at, written, chance);
    }
  }

  static int stars(boolean content, Chance chance) {
    return content ? (chance.happens(.7) ? 5 : 4) : chance.integer(1, 3);
  }

  private static Instant later(Instant at, int fromDays, int toDays, Chance chance) {
    return at.plus(Duration.ofDays(chance.integer(fromDays, toDays)))
        .plusSeconds(chance.integer(-20_000, 20_000));
  }
}
