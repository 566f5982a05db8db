package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * The products of a shelf in one row, with what nobody sees of them. Products of all shelves are
 * numbered through from {@link #first}. Immutable.
 */
final class Rack {
  private final Shelf shelf;
  private final int number;
  private final int first;
  private final List<Product> products;
  private final int[] stalls;
  private final double[] dearness;
  private final double[] charm;
  private final int[] property;
  private final double[] popularity;
  private final double[] margin;

  private Rack(SimulatorConfig config, Shelf shelf, int number, int first) {
    this.shelf = shelf;
    this.number = number;
    this.first = first;
    var row = new ArrayList<Product>();
    for (Stall stall : shelf.stalls()) {
      row.addAll(stall.products());
    }
    this.products = List.copyOf(row);
    this.stalls = new int[row.size()];
    this.dearness = new double[row.size()];
    this.charm = new double[row.size()];
    this.property = new int[row.size()];
    this.popularity = new double[row.size()];
    this.margin = new double[row.size()];
    var chance = Chance.of(config.seed(), "products", number);
    int p = 0;
    for (int b = 0; b < shelf.stalls().size(); b++) {
      int count = shelf.stalls().get(b).products().size();
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += Math.pow(i + 1, -.8);
      }
      for (int i = 0; i < count; i++, p++) {
        stalls[p] = b;
        dearness[p] = Math.log(Stall.price(row.get(p)) / shelf.medianPrice());
        charm[p] = Math.exp(.15 * chance.normal());
        property[p] = chance.integer(0, Person.TASTES - 1);
        popularity[p] = Math.pow(i + 1, -.8) / sum;
        margin[p] = Math.round(100 * chance.between(.15, .6)) / 100.0;
      }
    }
  }

  static List<Rack> of(SimulatorConfig config, Market market) {
    var racks = new ArrayList<Rack>();
    int first = 0;
    for (int s = 0; s < market.shelves().size(); s++) {
      racks.add(new Rack(config, market.shelves().get(s), s, first));
      first += racks.getLast().size();
    }
    return List.copyOf(racks);
  }

  Shelf shelf() {
    return shelf;
  }

  int number() {
    return number;
  }

  /** Number of its first product among those of all shelves. */
  int first() {
    return first;
  }

  int size() {
    return stalls.length;
  }

  Product product(int p) {
    return products.get(p);
  }

  int stall(int p) {
    return stalls[p];
  }

  /** Natural logarithm of the list price over the category's median. */
  double dearness(int p) {
    return dearness[p];
  }

  /** What draws everybody, around 1. */
  double charm(int p) {
    return charm[p];
  }

  /** The property it is praised for. */
  int property(int p) {
    return property[p];
  }

  /** Share among the products of its stall. */
  double popularity(int p) {
    return popularity[p];
  }

  /** Share of the price, 0 to 1. */
  double margin(int p) {
    return margin[p];
  }
}
