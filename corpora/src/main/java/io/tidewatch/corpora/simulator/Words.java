package io.tidewatch.corpora.simulator;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of a shelf as the shop's search engine and the people understand them. The last number
 * stands for no word at all: a look around. Who is wanted shows half in what the engine ranks high
 * and half in what people click. Safe from any thread.
 */
final class Words {
  /** Results that everybody sees; further ones only by scrolling. */
  static final int AT_ONCE = 3;

  private static final double SCROLL = 2;
  /** How much more often the names of preferred brands are typed, above once. */
  static final double MORE = 2;

  private static final int POOL = 40;

  private final Rack rack;
  private final List<Keyword> keywords;
  private final int[][] pool;
  private final double[][] relevance;
  private final double[][] tilt;

  Words(Rack rack) {
    this.rack = rack;
    this.keywords = rack.shelf().keywords();
    int count = keywords.size() + 1;
    this.pool = new int[count][];
    this.relevance = new double[count][];
    this.tilt = new double[count][];
    for (int k = 0; k < count; k++) {
      fill(k, k < keywords.size() ? keywords.get(k).shares() : rack.shelf().shares());
    }
  }

  private void fill(int k, Weights wanted) {
    Weights all = rack.shelf().shares();
    double[] ranking = new double[wanted.size()];
    tilt[k] = new double[wanted.size()];
    for (int b = 0; b < ranking.length; b++) {
      double lean = Math.sqrt(wanted.get(b) / all.get(b));
      ranking[b] = all.get(b) * lean;
      tilt[k][b] = Math.clamp(lean, .1, 3);
    }
    double[] weights = new double[rack.size()];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = ranking[rack.stall(p)] * rack.popularity(p);
    }
    pool[k] = IntStream.range(0, weights.length)
        .boxed()
        .sorted((x, y) -> Double.compare(weights[y], weights[x]))
        .limit(POOL)
        .mapToInt(p -> p)
        .toArray();
    relevance[k] = IntStream.of(pool[k]).mapToDouble(p -> weights[p]).toArray();
  }

  int size() {
    return keywords.size();
  }

  Keyword keyword(int k) {
    return keywords.get(k);
  }

  /** The number that stands for a look around. */
  int none() {
    return keywords.size();
  }

  /** The word that is just the name of a stall's brand, -1 when there is none. */
  int name(int stall) {
    String name = rack.shelf().stalls().get(stall).brand().name();
    for (int k = 0; k < keywords.size(); k++) {
      if (keywords.get(k).text().equals(name)) {
        return k;
      }
    }
    return -1;
  }

  /** How much more than elsewhere those who type a word want a stall. */
  double tilt(int k, int stall) {
    return tilt[k][stall];
  }

  /** How often a word is typed by people who prefer these stalls, relative to other words. */
  double weight(int k, List<Integer> favourites) {
    Keyword keyword = keywords.get(k);
    boolean liked = keyword.named() >= 0 && favourites.contains(keyword.named());
    return keyword.weight() * (liked ? 1 + MORE : 1);
  }

  /** A word that such a person types. */
  int choose(List<Integer> favourites, Chance chance) {
    double sum = 0;
    for (int k = 0; k < keywords.size(); k++) {
      sum += weight(k, favourites);
    }
    double left = chance.uniform() * sum;
    for (int k = 0; k < keywords.size(); k++) {
      left -= weight(k, favourites);
      if (left < 0) {
        return k;
      }
    }
    return keywords.size() - 1;
  }

  /**
   * Ranks products for a word on a day, better ones more often further up (Plackett and Luce).
   *
   * @param limit places of the page
   */
  void rank(int k, OfferBook offers, int day, int limit, ResultPage page, Chance chance) {
    page.clear();
    for (int i = 0; i < pool[k].length; i++) {
      double weight = relevance[k][i] * offers.presence(day, rack.first() + pool[k][i]);
      if (weight > 0) {
        page.put(pool[k][i], chance.exponential() / weight, limit);
      }
    }
  }

  /** How many places of a page come into view. */
  int shown(int k, int size, Chance chance) {
    int scrolled = k == none() ? 0 : (int) (SCROLL * chance.exponential());
    return Math.min(size, AT_ONCE + scrolled);
  }

  /** How likely the 0-based place of a list comes into view. */
  double seen(int k, int place) {
    if (place < AT_ONCE) {
      return 1;
    }
    return k == none() ? 0 : Math.exp((AT_ONCE - 1 - place) / SCROLL);
  }
}
