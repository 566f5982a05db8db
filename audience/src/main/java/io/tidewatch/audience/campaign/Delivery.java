package io.tidewatch.audience.campaign;

import io.tidewatch.model.behavior.AdFact;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom the advertisements of a campaign reached, and what they cost. Whoever clicked was exposed,
 * with or without a record of it. For one thread.
 */
public final class Delivery {
  private final CampaignPeople people;
  private final BitSet exposed = new BitSet();
  private final BitSet clicked = new BitSet();
  private final Set<String> strangers = new HashSet<>();
  private final Map<String, BigDecimal> costs = new TreeMap<>();
  private long exposures;
  private long clicks;

  public Delivery(CampaignPeople people) {
    this.people = people;
  }

  /** Takes one event. */
  public void take(AdFact ad) {
    exposures += ad.clicked() ? 0 : 1;
    clicks += ad.clicked() ? 1 : 0;
    BigDecimal cost = ad.cost();
    String currency = ad.currency();
    if (cost != null && currency != null) {
      costs.merge(currency, cost, BigDecimal::add);
    }
    int person = people.number(ad.userId());
    if (person < 0) {
      strangers.add(ad.userId());
      return;
    }
    exposed.set(person);
    if (ad.clicked()) {
      clicked.set(person);
    }
  }

  public boolean isExposed(int person) {
    return exposed.get(person);
  }

  /** By currency; empty when no event had a cost. */
  public Map<String, BigDecimal> costs() {
    return Collections.unmodifiableMap(costs);
  }

  /** All this in numbers. */
  public DeliveryRow row() {
    int treated = 0;
    int reached = 0;
    int clickers = 0;
    int heldOut = 0;
    int leaked = 0;
    for (int person = 0; person < people.size(); person++) {
      if (people.isTreated(person)) {
        treated++;
        reached += exposed.get(person) ? 1 : 0;
        clickers += clicked.get(person) ? 1 : 0;
      } else if (people.isHeldOut(person)) {
        heldOut++;
        leaked += exposed.get(person) ? 1 : 0;
      }
    }
    return new DeliveryRow(
        treated,
        reached,
        clickers,
        heldOut,
        leaked,
        people.crossed(),
        strangers.size(),
        exposures,
        clicks,
        costs());
  }
}
