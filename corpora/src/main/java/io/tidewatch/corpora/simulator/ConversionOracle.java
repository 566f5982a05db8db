package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.MarketTruth.Conversion;
import io.tidewatch.corpora.simulator.MarketTruth.Conversion.Chances;
import io.tidewatch.model.catalogue.Brand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows every person's tastes, what happened so far and what offers and festivals lie ahead, and
 * says how likely each will order from a few brands within the horizon. Not foreseen: when needs
 * begin that have not begun, who sees which advertisement, later trends. Immutable; safe from any
 * thread.
 */
final class ConversionOracle {
  private final Scene scene;
  private final int first;
  private final Instant at;
  private final long drawKey;
  private final Map<String, List<Outlook>> focal = new LinkedHashMap<>();
  private final double popularity;

  ConversionOracle(Scene scene) {
    this.scene = scene;
    int horizon = Math.min(scene.config().truth().horizonDays(), scene.config().days());
    this.first = scene.config().days() - horizon;
    this.at = scene
        .config()
        .firstDay()
        .plusDays(first)
        .atStartOfDay(SimulatorConfig.ZONE)
        .toInstant();
    this.drawKey = Chance.key(scene.config().seed(), "conversion draw");
    this.popularity = scene.market().popularities().sum();
    for (String brand : brands()) {
      var outlooks = new ArrayList<Outlook>();
      for (Rack rack : scene.racks()) {
        for (int b = 0; b < rack.shelf().stalls().size(); b++) {
          if (rack.shelf().stalls().get(b).brand().id().equals(brand)) {
            outlooks.add(new Outlook(scene, rack, b, first, horizon));
          }
        }
      }
      focal.put(brand, List.copyOf(outlooks));
    }
  }

  /** The number of the day before which it speaks. */
  int day() {
    return first;
  }

  /** Empty when the person has next to no chance with any of the brands. */
  Optional<Conversion> of(Person person, Memory memory) {
    var brands = new LinkedHashMap<String, Chances>();
    int number = 0;
    for (var brand : focal.entrySet()) {
      double untreated = 1;
      double treated = 1;
      for (Outlook outlook : brand.getValue()) {
        untreated *= none(person, memory, outlook, 1);
        treated *= none(person, memory, outlook, person.persuasion());
      }
      double draw = Chance.keyed(drawKey, person.number() * 64L + number++).uniform();
      if (rounded(1 - untreated) + rounded(1 - treated) > 0) {
        brands.put(
            brand.getKey(),
            new Chances(rounded(1 - untreated), rounded(1 - treated), rounded(draw)));
      }
    }
    return brands.isEmpty()
        ? Optional.empty()
        : Optional.of(new Conversion(person.id(), at, brands));
  }

  /** Middling brands of the categories most visited. */
  private List<String> brands() {
    return scene.racks().stream()
        .map(rack -> rack.shelf().stalls())
        .map(stalls -> stalls.get(Math.min(2, stalls.size() - 1)).brand())
        .map(Brand::id)
        .distinct()
        .limit(scene.config().truth().focalBrands())
        .toList();
  }

  /** The probability of no order from a stall. */
  private double none(Person person, Memory memory, Outlook outlook, double wish) {
    Rack rack = outlook.rack();
    int slot = person.slot(rack.number());
    double[] drawn = new double[outlook.products()];
    for (int place = 0; place < drawn.length; place++) {
      int last = memory.lastStall(person.number(), slot);
      drawn[place] = Outlook.scale(scene.config().funnel().clickRate()
          * wish
          * scene.appeal().liking(person, slot, rack, outlook.product(place), last));
    }
    List<Integer> favourites = slot < 0 ? List.of() : person.favourites().get(slot);
    double[] clicks = new double[drawn.length];
    double[] idle = new double[outlook.days()];
    double[] extra = new double[outlook.days() + 1];
    double ordinary = 0;
    for (int day = 0; day < idle.length; day++) {
      for (int place = 0; place < clicks.length && outlook.changes(day); place++) {
        clicks[place] = outlook.clicks(day, place, drawn[place], favourites);
      }
      rates(person, memory, outlook, drawn, clicks, day, idle, extra);
      ordinary += idle[day];
    }
    double none = Math.exp(-ordinary);
    if (slot < 0) {
      return none;
    }
    Needs needs = scene.needs();
    int shelf = rack.number();
    int last = needs.cycle(person.number(), slot, shelf, first + idle.length - 1);
    for (int cycle = needs.cycle(person.number(), slot, shelf, first); cycle <= last; cycle++) {
      int begun = needs.begin(person.number(), slot, shelf, cycle);
      if (begun < first) {
        none *= need(extra, begun, shelf);
      } else {
        none *= expected(extra, needs.cycleStart(person.number(), slot, shelf, cycle), shelf);
      }
    }
    return none;
  }

  /** The mean over the days on which a need may still begin. */
  private double expected(double[] extra, int cycleStart, int shelf) {
    double sum = 0;
    int count = 0;
    for (int begin = Math.max(first, cycleStart);
        begin < cycleStart + scene.needs().room(shelf);
        begin++) {
      sum += need(extra, begin, shelf);
      count++;
    }
    return count == 0 ? 1 : sum / count;
  }

  /** The probability of no order because of a need that begins on a day. */
  private double need(double[] extra, int begin, int shelf) {
    int last = extra.length - 1;
    int from = Math.clamp(begin - first, 0, last);
    int to = Math.clamp(begin - first + scene.needs().length(shelf), 0, last);
    return Math.exp(extra[from] - extra[to]);
  }

  /** Sets expected orders of a day without a need, and what a need adds, summed up to its end. */
  private void rates(
      Person person,
      Memory memory,
      Outlook outlook,
      double[] drawn,
      double[] clicks,
      int day,
      double[] idle,
      double[] extra) {
    Rack rack = outlook.rack();
    SimulatorConfig config = scene.config();
    int shelf = rack.number();
    int slot = person.slot(shelf);
    var season = scene.seasons().get(first + day);
    boolean satisfied = slot >= 0 && satisfied(person, memory, slot, shelf, day);
    double idly = 0;
    double needing = 0;
    double presents = 0;
    for (int place = 0; place < outlook.products(); place++) {
      int p = outlook.product(place);
      double discount = scene.offers().discount(first + day, rack.first() + p);
      double cart = scene.appeal().cart(person, true, satisfied, discount, season.purchases());
      idly +=
          clicks[place] * scene.appeal().cart(person, false, false, discount, season.purchases());
      needing += clicks[place] * cart;
      presents += outlook.giftClicks(day, place, drawn[place]) * cart;
    }
    double attention = Person.ATTENTION * (slot < 0 ? 0 : person.weights().get(slot))
        + (1 - Person.ATTENTION) * rack.shelf().popularity() / popularity;
    double rate = person.activity()
        * config.traffic().visits()
        * season.visits()
        * scene.appeal().order(rack.shelf());
    double gifts = person.gifting() * presents;
    idle[day] = rate * (Scene.ORDINARY * attention * idly + gifts);
    double on = rate * ((Scene.ORDINARY * attention + Scene.NEED) * needing + gifts);
    extra[day + 1] = extra[day] + on - idle[day];
  }

  private boolean satisfied(Person person, Memory memory, int slot, int shelf, int day) {
    int cycle = scene.needs().cycle(person.number(), slot, shelf, first);
    return scene.needs().cycle(person.number(), slot, shelf, first + day) == cycle
        && memory.lastBought(person.number(), slot) >= 0
        && memory.lastBought(person.number(), slot)
            >= scene.needs().begin(person.number(), slot, shelf, cycle);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
