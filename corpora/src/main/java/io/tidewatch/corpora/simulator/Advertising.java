package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Interaction.Action;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Advertisements of campaigns: seen mostly by people who care, now and then clicked. Who was
 * reached lately wants the brand more, or, being fed up with it, less.
 */
final class Advertising {
  private static final BigDecimal EXPOSURE = new BigDecimal("0.04");
  private static final double CLICK = .01;
  private static final double CARING = 3;

  private final Scene scene;
  private final Memory memory;
  private final Tally tally;
  private final ShopLog log;
  private final Shopping shopping;
  private final Checkout checkout;

  Advertising(
      Scene scene, Memory memory, Tally tally, ShopLog log, Shopping shopping, Checkout checkout) {
    this.scene = scene;
    this.memory = memory;
    this.tally = tally;
    this.log = log;
    this.shopping = shopping;
    this.checkout = checkout;
  }

  void expose(Person person, int day, Instant at, Chance chance) {
    Campaign campaign = Campaign.forPerson(scene.campaigns(), person, chance);
    Rack rack = scene.racks().get(campaign.shelf());
    int p = product(rack, campaign.stall(), chance);
    Product product = rack.product(p);
    log.advertisement(false, person.id(), at, campaign.id(), product, EXPOSURE, null);
    memory.reached(person.number(), campaign.number(), day);
    boolean caring = person.cares(campaign.shelf());
    boolean stocked = scene.offers().presence(day, rack.first() + p) > 0;
    double click = Math.min(.5, CLICK * (caring ? CARING : 1) * person.persuasion());
    int slot = person.slot(campaign.shelf());
    double buying = stocked ? shopping.buying(person, slot, rack, p, false, day) : 0;
    tally.expect(campaign.shelf(), campaign.stall(), click * buying);
    if (!chance.happens(click)) {
      return;
    }
    Instant clicked = at.plusSeconds(chance.integer(2, 20));
    BigDecimal cost = BigDecimal.valueOf(chance.integer(60, 240), 2);
    log.advertisement(true, person.id(), clicked, campaign.id(), product, cost, null);
    log.interaction(Action.VIEW, person.id(), clicked.plusSeconds(1), product, null, null, "ad");
    double order = scene.appeal().order(rack.shelf());
    if (chance.happens(buying / order)) {
      Instant kept = clicked.plusSeconds(chance.integer(20, 300));
      log.interaction(Action.CART, person.id(), kept, product, null, null, "ad");
      if (chance.happens(order)) {
        checkout.pay(person, rack, p, slot, null, day, kept, chance);
      }
    }
  }

  private static int product(Rack rack, int stall, Chance chance) {
    double left = chance.uniform();
    int last = 0;
    for (int p = 0; p < rack.size(); p++) {
      if (rack.stall(p) == stall) {
        last = p;
        left -= rack.popularity(p);
        if (left < 0) {
          return p;
        }
      }
    }
    return last;
  }
}
