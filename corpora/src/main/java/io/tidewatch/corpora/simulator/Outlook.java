package io.tidewatch.corpora.simulator;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a visit to a shelf brings a stall on the days ahead, by how much a person likes a product:
 * the mean over all rankings that the shop may show. Immutable; safe from any thread.
 */
final class Outlook {
  private static final int RANKINGS = 60;
  private static final int GRID = 28;
  private static final double LEAST = .02;
  private static final double STEP = 1.3;
  private static final double MOST = .95;
  private static final double[] POINTS =
      IntStream.range(0, GRID).mapToDouble(g -> LEAST * Math.pow(STEP, g)).toArray();

  private final Scene scene;
  private final Rack rack;
  private final int stall;
  private final int first;
  private final int days;
  private final int[] products;
  private final int groups;
  private final double[] table;
  private final double[] weights;
  private final boolean[] gifts;
  private final boolean[] changes;

  /**
   * @param first first day ahead
   * @param days number of days
   */
  Outlook(Scene scene, Rack rack, int stall, int first, int days) {
    this.scene = scene;
    this.rack = rack;
    this.stall = stall;
    this.first = first;
    this.days = days;
    this.products =
        IntStream.range(0, rack.size()).filter(p -> rack.stall(p) == stall).toArray();
    this.groups = rack.shelf().stalls().size() + 3;
    this.table = new double[days * products.length * groups * GRID];
    this.weights = new double[groups];
    this.gifts = new boolean[days];
    this.changes = new boolean[days];
    Words words = words();
    for (int k = 0; k < words.size(); k++) {
      weights[0] += words.keyword(k).weight();
      if (words.keyword(k).named() >= 0) {
        weights[3 + words.keyword(k).named()] += words.keyword(k).weight();
      }
    }
    var chance = Chance.of(scene.config().seed(), "outlook " + stall, rack.number());
    double[][] looks = looks(0, chance);
    for (int day = 0; day < days; day++) {
      changes[day] = day == 0 || !asBefore(day);
      if (day > 0 && changes[day]) {
        looks = looks(day, chance);
      }
      fill(day, looks);
    }
  }

  Rack rack() {
    return rack;
  }

  int days() {
    return days;
  }

  int products() {
    return products.length;
  }

  /** The number in the rack of the stall's product of that place. */
  int product(int place) {
    return products[place];
  }

  /** Whether ordinary visits bring other clicks than on the day before; true on the first day. */
  boolean changes(int day) {
    return changes[day];
  }

  /**
   * Expected clicks of an ordinary visit on one product.
   *
   * @param day counted from the first day ahead
   * @param drawn where on the {@link #scale} the click rate times the liking stands
   * @param favourites stalls the person prefers in this category, of whose names he thinks more
   */
  double clicks(int day, int place, double drawn, List<Integer> favourites) {
    double search = scene.config().traffic().searchShare();
    double sum = at(day, place, 0, drawn);
    double weight = weights[0];
    for (int i = 0; i < favourites.size(); i++) {
      int favourite = favourites.get(i);
      sum += Words.MORE * at(day, place, 3 + favourite, drawn);
      weight += Words.MORE * weights[3 + favourite];
    }
    return search * sum / weight + (1 - search) * at(day, place, 1, drawn);
  }

  /** The same for the visits for presents on that day, times their pull. */
  double giftClicks(int day, int place, double drawn) {
    return gifts[day] ? at(day, place, 2, drawn) : 0;
  }

  /** Where a click rate times a liking stands on the scale of the tables. */
  static double scale(double drawn) {
    if (drawn <= POINTS[0]) {
      return drawn / POINTS[0] - 1;
    }
    int lower = 0;
    while (lower < GRID - 2 && drawn > POINTS[lower + 1]) {
      lower++;
    }
    double part = (drawn - POINTS[lower]) / (POINTS[lower + 1] - POINTS[lower]);
    return lower + Math.min(1, part);
  }

  private Words words() {
    return scene.words().get(rack.number());
  }

  private double at(int day, int place, int group, double scaled) {
    int row = row(day, place, group);
    if (scaled < 0) {
      return table[row] * (1 + scaled);
    }
    int lower = Math.min(GRID - 2, (int) scaled);
    double from = table[row + lower];
    return from + (scaled - lower) * (table[row + lower + 1] - from);
  }

  private int row(int day, int place, int group) {
    return ((day * products.length + place) * groups + group) * GRID;
  }

  private void fill(int day, double[][] looks) {
    Words words = words();
    for (int k = 0; k <= words.none(); k++) {
      double tilt = words.tilt(k, stall);
      double pull = k == words.none() ? 0 : pull(day, k);
      gifts[day] |= pull > 0;
      for (int i = 0; i < products.length; i++) {
        if (k == words.none()) {
          add(day, i, 1, looks[k][i], tilt);
          continue;
        }
        double weight = words.keyword(k).weight();
        add(day, i, 0, weight * looks[k][i], tilt);
        if (words.keyword(k).named() >= 0) {
          add(day, i, 3 + words.keyword(k).named(), weight * looks[k][i], tilt);
        }
        add(day, i, 2, pull * looks[k][i], tilt);
      }
    }
  }

  /** By word and product of the stall: the mean probability of being looked at. */
  private double[][] looks(int day, Chance chance) {
    Words words = words();
    var page = new ResultPage(Math.max(Words.AT_ONCE, scene.config().traffic().resultsPerPage()));
    double[][] looks = new double[words.none() + 1][products.length];
    for (int k = 0; k <= words.none(); k++) {
      int limit = k == words.none() ? Words.AT_ONCE : scene.config().traffic().resultsPerPage();
      for (int i = 0; i < RANKINGS; i++) {
        words.rank(k, scene.offers(), first + day, limit, page, chance);
        for (int place = 0; place < page.size(); place++) {
          int p = page.product(place);
          if (rack.stall(p) == stall) {
            double seen = words.seen(k, place) * scene.appeal().examined(place);
            looks[k][p - products[0]] += seen / RANKINGS;
          }
        }
      }
    }
    return looks;
  }

  private boolean asBefore(int day) {
    for (int p = 0; p < rack.size(); p++) {
      double now = scene.offers().presence(first + day, rack.first() + p);
      if (now != scene.offers().presence(first + day - 1, rack.first() + p)) {
        return false;
      }
    }
    return true;
  }

  private double pull(int day, int word) {
    double pull = 0;
    for (Gifts.Wish wish : scene.gifts().on(first + day)) {
      if (wish.shelf() == rack.number() && wish.word() == word) {
        pull += wish.pull();
      }
    }
    return pull;
  }

  private void add(int day, int place, int group, double weight, double tilt) {
    int row = row(day, place, group);
    for (int g = 0; g < GRID && weight > 0; g++) {
      table[row + g] += weight * Math.min(MOST, POINTS[g] * tilt);
    }
  }
}
