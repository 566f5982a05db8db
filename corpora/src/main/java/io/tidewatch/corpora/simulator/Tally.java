package io.tidewatch.corpora.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * Sums of true probabilities: how many orders, and for how much money, the searches for each word
 * were to bring each brand, given who searched and what was shown. Machines are counted apart. Not
 * safe for several threads.
 */
final class Tally {
  private final int[] firstWord;
  private final int[] firstCell;
  private final int[] firstStall;
  private final int[] stalls;
  private final long[] searches;
  private final long[] botSearches;
  private final double[] orders;
  private final double[] revenue;
  private final double[] category;

  Tally(List<Words> words, Market market) {
    int shelves = words.size();
    this.firstWord = new int[shelves];
    this.firstCell = new int[shelves];
    this.firstStall = new int[shelves];
    this.stalls = new int[shelves];
    int word = 0;
    int cell = 0;
    int stall = 0;
    for (int s = 0; s < shelves; s++) {
      stalls[s] = market.shelves().get(s).stalls().size();
      firstWord[s] = word;
      firstCell[s] = cell;
      firstStall[s] = stall;
      word += words.get(s).size();
      cell += words.get(s).size() * stalls[s];
      stall += stalls[s];
    }
    this.searches = new long[word];
    this.botSearches = new long[word];
    this.orders = new double[cell];
    this.revenue = new double[cell];
    this.category = new double[stall];
  }

  void search(int shelf, int word, boolean bot) {
    (bot ? botSearches : searches)[firstWord[shelf] + word]++;
  }

  /** Adds the probability of an order that a search may bring. */
  void expect(int shelf, int word, int stall, double probability, double amount) {
    int cell = firstCell[shelf] + word * stalls[shelf] + stall;
    orders[cell] += probability;
    revenue[cell] += probability * amount;
    category[firstStall[shelf] + stall] += probability;
  }

  /** Adds the probability of an order that no search leads to. */
  void expect(int shelf, int stall, double probability) {
    category[firstStall[shelf] + stall] += probability;
  }

  long searches(int shelf, int word) {
    return searches[firstWord[shelf] + word];
  }

  long botSearches(int shelf, int word) {
    return botSearches[firstWord[shelf] + word];
  }

  /** Expected orders by stall. */
  double[] orders(int shelf, int word) {
    int from = firstCell[shelf] + word * stalls[shelf];
    return Arrays.copyOfRange(orders, from, from + stalls[shelf]);
  }

  /** Expected money by stall, refunds not taken off. */
  double[] revenue(int shelf, int word) {
    int from = firstCell[shelf] + word * stalls[shelf];
    return Arrays.copyOfRange(revenue, from, from + stalls[shelf]);
  }

  /** Expected orders of a category by stall, from wherever they come. */
  double[] category(int shelf) {
    return Arrays.copyOfRange(category, firstStall[shelf], firstStall[shelf] + stalls[shelf]);
  }

  void add(Tally other) {
    for (int i = 0; i < searches.length; i++) {
      searches[i] += other.searches[i];
      botSearches[i] += other.botSearches[i];
    }
    add(orders, other.orders);
    add(revenue, other.revenue);
    add(category, other.category);
  }

  void clear() {
    Arrays.fill(searches, 0);
    Arrays.fill(botSearches, 0);
    Arrays.fill(orders, 0);
    Arrays.fill(revenue, 0);
    Arrays.fill(category, 0);
  }

  private static void add(double[] into, double[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }
}
