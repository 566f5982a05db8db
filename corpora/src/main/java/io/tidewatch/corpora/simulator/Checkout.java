package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar.DayRange;
import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.model.catalogue.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Orders and what follows them: refunds, stars, the wish to write a review. */
final class Checkout {
  private static final double PAID_LATER = .35;
  private static final double SEVERAL = .3;
  private static final double CHEAP = 150;
  private static final double COUPON = .06;

  private final Scene scene;
  private final Memory memory;
  private final ShopLog log;
  private final Basket basket;

  Checkout(Scene scene, Memory memory, ShopLog log, Basket basket) {
    this.scene = scene;
    this.memory = memory;
    this.log = log;
    this.basket = basket;
  }

  /** The mean amount of an order at a price. */
  static double expected(double price) {
    return price * (1 - COUPON / 2) * (price < CHEAP ? 1 + SEVERAL * 2 : 1);
  }

  void pay(
      Person person,
      Rack rack,
      int p,
      int slot,
      @Nullable String queryId,
      int day,
      Instant cart,
      Chance chance) {
    Product product = rack.product(p);
    Instant at = paidAt(day, cart, chance);
    double price = scene.offers().price(day, rack.first() + p).doubleValue();
    int quantity = price < CHEAP && chance.happens(SEVERAL) ? chance.integer(2, 4) : 1;
    BigDecimal amount = BigDecimal.valueOf(price * quantity * (1 - chance.between(0, COUPON)))
        .setScale(2, RoundingMode.HALF_UP);
    String order = log.order(person.id(), at, product, quantity, amount, queryId);
    double quality = rack.shelf().stalls().get(rack.stall(p)).quality();
    boolean content = chance.happens(quality);
    memory.bought(person.number(), slot, content ? rack.stall(p) : -1, day);
    refund(person, order, at, amount, content, chance);
    if (chance.happens(scene.config().funnel().ratingShare())) {
      log.rating(person.id(), later(at, 3, 9, chance), product, stars(content, chance));
    }
    if (chance.happens(scene.config().funnel().reviewShare())) {
      Instant written = later(at, 3, 10, chance);
      basket.add(new ReviewWish(person.number(), rack.number(), p, content, at, written));
    }
  }

  static int stars(boolean content, Chance chance) {
    return content ? (chance.happens(.7) ? 5 : 4) : chance.integer(1, 3);
  }

  private Instant paidAt(int day, Instant cart, Chance chance) {
    Season season = scene.seasons().get(day);
    if (season.paidIn().isEmpty() || !chance.happens(PAID_LATER)) {
      return cart.plusSeconds(chance.integer(30, 1800));
    }
    DayRange days = season.paidIn().get();
    return days.first()
        .plusDays(chance.integer(0, (int) days.first().until(days.last(), ChronoUnit.DAYS)))
        .atTime(20, 0)
        .atZone(SimulatorConfig.ZONE)
        .toInstant()
        .plusSeconds(chance.integer(0, 10_000));
  }

  private void refund(
      Person person, String order, Instant at, BigDecimal amount, boolean content, Chance chance) {
    if (!chance.happens(scene.config().funnel().refundShare() * (content ? .6 : 2))) {
      return;
    }
    boolean full = chance.happens(.7);
    BigDecimal back = full
        ? amount
        : amount
            .multiply(BigDecimal.valueOf(chance.integer(1, 5)))
            .divide(BigDecimal.TEN, 2, RoundingMode.DOWN);
    if (chance.happens(scene.config().delivery().overRefundShare())) {
      back = amount.multiply(BigDecimal.valueOf(chance.integer(2, 9))).add(BigDecimal.ONE);
    }
    if (back.signum() > 0) {
      log.refund(person.id(), later(at, 1, 7, chance), order, back);
    }
  }

  private static Instant later(Instant at, int fromDays, int toDays, Chance chance) {
    return at.plus(Duration.ofDays(chance.integer(fromDays, toDays)))
        .plusSeconds(chance.integer(-20_000, 20_000));
  }
}
