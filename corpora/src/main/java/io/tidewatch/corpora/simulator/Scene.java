package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.Rhythm.Season;
import java.util.List;

/** What all parts of a running market look at and none changes. Lists go by shelf or by day. */
record Scene(
    SimulatorConfig config,
    Market market,
    List<Rack> racks,
    List<Words> words,
    People people,
    Identities identities,
    Needs needs,
    OfferBook offers,
    Rhythm rhythm,
    List<Season> seasons,
    Gifts gifts,
    Appeal appeal,
    List<Burst> bursts,
    List<Campaign> campaigns) {

  /** Visits without a need, of an average person and in units of the configured rate. */
  static final double ORDINARY = .5;

  /** Further visits while a need is on, to its category. */
  static final double NEED = .8;

  Scene {
    racks = List.copyOf(racks);
    words = List.copyOf(words);
    seasons = List.copyOf(seasons);
    bursts = List.copyOf(bursts);
    campaigns = List.copyOf(campaigns);
  }

  /** What talk of the last days adds to the wish for a stall: a factor, 1 when it is silent. */
  double talk(int shelf, int stall, int day, Person person) {
    double factor = 1;
    for (Burst burst : bursts) {
      if (burst.shelf() == shelf && burst.stall() == stall) {
        double loud = burst.loudness(config.firstDay().plusDays(day));
        factor += config.social().influence() * person.openness() * loud;
      }
    }
    return factor;
  }
}
