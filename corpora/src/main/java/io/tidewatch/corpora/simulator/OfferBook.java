package io.tidewatch.corpora.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every product costs on every day and whether it can be had: list prices that change now and
 * then, promotions, festival discounts, products that run out, brands that enter late. Products
 * are numbered through all racks. Immutable after {@link #of}; safe from any thread.
 */
final class OfferBook {
  private static final double QUARTER = 91;
  private static final int RAMP = 14;

  private final SimulatorConfig config;
  private final int products;
  private final int days;
  private final double[] price;
  private final float[] discount;
  private final float[] presence;
  private final List<MarketEvent> events = new ArrayList<>();

  private OfferBook(SimulatorConfig config, int products) {
    this.config = config;
    this.products = products;
    this.days = config.days() + 1;
    this.price = new double[products * days];
    this.discount = new float[products * days];
    this.presence = new float[products * days];
    Arrays.fill(presence, 1);
  }

  static OfferBook of(SimulatorConfig config, List<Rack> racks, Rhythm rhythm) {
    var book = new OfferBook(config, racks.getLast().first() + racks.getLast().size());
    var chance = Chance.of(config.seed(), "offers", 0);
    for (Rack rack : racks) {
      book.prices(rack, chance);
      book.promotions(rack, chance);
    }
    book.festivals(rhythm);
    book.stockOuts(racks, chance);
    book.entries(racks, chance);
    return book;
  }

  /** What happened, in order of days. */
  List<MarketEvent> events() {
    return events.stream().sorted((x, y) -> x.first().compareTo(y.first())).toList();
  }

  /** What a piece costs on a day, in CNY. */
  BigDecimal price(int day, int product) {
    double off = 1 - discount[day * products + product];
    return BigDecimal.valueOf(Math.round(price[day * products + product] * off * 100), 2);
  }

  /** Share off the list price, 0 to 1. */
  double discount(int day, int product) {
    return discount[day * products + product];
  }

  /** How much the shop shows it, 0 when it cannot be had, 1 as a rule. */
  double presence(int day, int product) {
    return presence[day * products + product];
  }

  private void prices(Rack rack, Chance chance) {
    for (int p = 0; p < rack.size(); p++) {
      double current = Stall.price(rack.product(p));
      double rate = config.events().priceChanges() / QUARTER;
      for (int day = 0; day < days; day++) {
        if (day > 0 && chance.happens(rate)) {
          double factor = Math.round(chance.between(.9, 1.12) * 100) / 100.0;
          current *= factor;
          note("price", day, config.days() - 1, rack, rack.stall(p), p, factor);
        }
        price[day * products + rack.first() + p] = current;
      }
    }
  }

  private void promotions(Rack rack, Chance chance) {
    double rate = config.events().promotionsPerBrand() / QUARTER;
    for (int b = 0; b < rack.shelf().stalls().size(); b++) {
      for (int day = 0; day < config.days(); day++) {
        if (!chance.happens(rate)) {
          continue;
        }
        int last = Math.min(config.days() - 1, day + chance.integer(2, 6));
        double off = Math.round(chance.between(.1, .35) * 100) / 100.0;
        note("promotion", day, last, rack, b, -1, off);
        for (int d = day; d <= last; d++) {
          for (int p = 0; p < rack.size(); p++) {
            if (rack.stall(p) == b) {
              discount[d * products + rack.first() + p] = (float) off;
            }
          }
        }
        day = last + 1;
      }
    }
  }

  private void festivals(Rhythm rhythm) {
    LocalDate first = config.firstDay();
    for (int day = 0; day < days; day++) {
      float off = (float) rhythm.season(first.plusDays(day)).discount();
      for (int p = 0; p < products; p++) {
        discount[day * products + p] = Math.max(discount[day * products + p], off);
      }
    }
  }

  private void stockOuts(List<Rack> racks, Chance chance) {
    for (int i = 0; i < config.events().stockOuts() && config.days() > 1; i++) {
      Rack rack = chance.oneOf(racks);
      int p = chance.integer(0, rack.size() - 1);
      int day = chance.integer(1, config.days() - 1);
      int last = Math.min(config.days() - 1, day + chance.integer(2, 9));
      note("stock-out", day, last, rack, rack.stall(p), p, null);
      for (int d = day; d <= last; d++) {
        presence[d * products + rack.first() + p] = 0;
      }
    }
  }

  /** The weakest brands of some categories come late and are pushed for a while. */
  private void entries(List<Rack> racks, Chance chance) {
    var shelves = new HashSet<Integer>();
    for (Rack rack : chance.shuffled(racks)) {
      int brands = rack.shelf().stalls().size();
      if (shelves.size() == config.events().entries() || config.days() < 10) {
        return;
      }
      if (brands < 4 || !shelves.add(rack.number())) {
        continue;
      }
      int day = chance.integer(config.days() * 35 / 100, config.days() * 65 / 100);
      note("entry", day, config.days() - 1, rack, brands - 1, -1, null);
      for (int p = 0; p < rack.size(); p++) {
        for (int d = 0; d < days && rack.stall(p) == brands - 1; d++) {
          double grown = Math.min(1, (d - day + 1) / (double) RAMP);
          presence[d * products + rack.first() + p] *= (float) (d < day ? 0 : 2 * grown);
        }
      }
    }
  }

  private void note(
      String kind, int first, int last, Rack rack, int stall, int product, @Nullable Double value) {
    if (first >= config.days()) {
      return;
    }
    events.add(new MarketEvent(
        kind,
        config.firstDay().plusDays(first),
        config.firstDay().plusDays(last),
        rack.shelf().category().id(),
        rack.shelf().stalls().get(stall).brand().id(),
        product < 0 ? null : rack.product(product).id(),
        value));
  }
}
