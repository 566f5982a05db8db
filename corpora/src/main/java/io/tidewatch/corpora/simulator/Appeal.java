package io.tidewatch.corpora.simulator;

/**
 * How likely a person who looks at a product clicks it, keeps it and pays for it. Immutable; safe
 * from any thread.
 */
final class Appeal {
  private static final double FAVOURITE = 2.5;
  private static final double BOUGHT_LAST = 1.5;
  private static final double PURPOSE = 1.6;
  private static final double NO_PURPOSE = .7;
  private static final double SATISFIED = .25;

  private final SimulatorConfig config;

  Appeal(SimulatorConfig config) {
    this.config = config;
  }

  /** How likely the 0-based place of a list that is in view is looked at. */
  double examined(int place) {
    return Math.pow(place + 1, -config.traffic().positionBias());
  }

  /**
   * What draws this person to a product on any day, apart from word, offer and the moment: charm,
   * preferred brands, reach of the purse, the property looked for.
   *
   * @param lastBought stall bought from last in this category, -1 for none
   */
  double liking(Person person, int slot, Rack rack, int p, int lastBought) {
    int stall = rack.stall(p);
    double liking = rack.charm(p) * (rack.property(p) == person.taste() ? 1.3 : .93);
    if (slot >= 0 && person.favourites().get(slot).contains(stall)) {
      liking *= FAVOURITE;
    }
    if (stall == lastBought) {
      liking *= BOUGHT_LAST;
    }
    return liking * 1.25 * Math.exp(-.5 * Math.abs(rack.dearness(p) - person.budget()));
  }

  /** Probability of a click once looked at. */
  double click(double liking, double tilt, double wish) {
    return Math.min(.95, config.funnel().clickRate() * liking * tilt * wish);
  }

  /** Probability that a clicked product goes into the cart. */
  double cart(Person person, boolean purpose, boolean satisfied, double discount, double season) {
    double moved = (purpose ? satisfied ? SATISFIED : PURPOSE : NO_PURPOSE)
        * season
        * (1 + 1.5 * person.thrift() * discount);
    return Math.min(.9, config.funnel().cartShare() * moved);
  }

  /** Probability that a product in the cart is paid for. */
  double order(Shelf shelf) {
    return config.funnel().orderShare() * shelf.purchaseFactor();
  }
}
