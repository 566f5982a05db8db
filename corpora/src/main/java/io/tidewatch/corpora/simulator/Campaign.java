package io.tidewatch.corpora.simulator;

import java.util.ArrayList;
import java.util.List;

/** An advertising campaign of one brand in one category, by number of shelf and stall. */
record Campaign(int number, String id, int shelf, int stall) {
  private static final int CAMPAIGNS = 12;

  static List<Campaign> plan(SimulatorConfig config, Market market) {
    var chance = Chance.of(config.seed(), "campaigns", 0);
    var campaigns = new ArrayList<Campaign>();
    for (int i = 0; i < CAMPAIGNS; i++) {
      int shelf = chance.index(market.popularities());
      Shelf where = market.shelves().get(shelf);
      int stall = chance.index(where.shares());
      campaigns.add(new Campaign(
          i, "campaign-" + (i + 1) + "-" + where.stalls().get(stall).brand().id(), shelf, stall));
    }
    return List.copyOf(campaigns);
  }

  /** A campaign for a person: mostly one of a category that the person cares for. */
  static Campaign forPerson(List<Campaign> campaigns, Person person, Chance chance) {
    for (int tries = 0; tries < 4; tries++) {
      Campaign campaign = chance.oneOf(campaigns);
      if (person.cares(campaign.shelf())) {
        return campaign;
      }
    }
    return chance.oneOf(campaigns);
  }
}
