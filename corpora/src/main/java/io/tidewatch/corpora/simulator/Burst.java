package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.HotEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A planted trend: something happens to a brand and people write about it.
 *
 * @param shelf number of the category
 * @param stall number of the brand in the category
 * @param end exclusive; may lie after the end of the market
 * @param authors how many people it moves, also after the end of the market
 */
record Burst(int shelf, int stall, HotEvent event, Instant start, Instant end, int authors) {

  boolean active(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** How loud it is on a local day: 1 while it lasts, then falling for a week to 0. */
  double loudness(LocalDate day) {
    Instant midnight = day.atStartOfDay(SimulatorConfig.ZONE).toInstant();
    Instant next = midnight.plus(Duration.ofDays(1));
    if (!start.isBefore(next)) {
      return 0;
    }
    double past = Duration.between(end, midnight).toHours() / 24.0;
    return past <= 0 ? 1 : Math.max(0, 1 - past / 7);
  }

  /** When one of those people writes: a quick rise and a slow fall. */
  Instant moment(Chance chance) {
    double part = Math.min(chance.uniform(), Math.min(1, .35 * chance.exponential()));
    double rise = .06 * chance.uniform();
    long seconds = Duration.between(start, end).toSeconds();
    return start.plusSeconds((long) (seconds * Math.min(.999, part + rise)));
  }

  /** Trends of different brands: the late ones within two days of the end, the others before. */
  static List<Burst> plan(SimulatorConfig config, Market market, List<HotEvent> events) {
    var chance = Chance.of(config.seed(), "bursts", 0);
    var bursts = new ArrayList<Burst>();
    var brands = new HashSet<String>();
    for (HotEvent event : chance.shuffled(events)) {
      int shelf = market.shelf(event.category());
      int stall = shelf < 0 ? -1 : stall(market, shelf, event.brand());
      if (bursts.size() == config.social().bursts()) {
        break;
      }
      if (stall >= 0
          && brands.add(market.shelves().get(shelf).stalls().get(stall).brand().id())) {
        bursts.add(burst(config, bursts.size(), shelf, stall, event, chance));
      }
    }
    return List.copyOf(bursts);
  }

  private static Burst burst(
      SimulatorConfig config, int number, int shelf, int stall, HotEvent event, Chance chance) {
    int hours = config.days() * 24;
    int length = chance.integer(20, 44);
    long before = number < config.social().lateBursts()
        ? Math.min(hours, 8 + 28L * number / Math.max(1, config.social().lateBursts() - 1))
        : Math.round(chance.between(Math.min(hours, 96), hours));
    Instant start = config.end().minus(Duration.ofHours(before));
    int authors =
        Math.max(3, (int) Math.round(config.social().burstAuthors() * chance.between(.7, 1.4)));
    return new Burst(
        shelf,
        stall,
        event,
        start,
        start.plus(Duration.ofHours(length)),
        Math.min(authors, config.users()));
  }

  private static int stall(Market market, int shelf, String name) {
    var brand = Market.brand(market.catalogue(), name);
    var stalls = market.shelves().get(shelf).stalls();
    for (int b = 0; b < stalls.size(); b++) {
      if (brand.isPresent() && stalls.get(b).brand().equals(brand.get())) {
        return b;
      }
    }
    return -1;
  }
}
