package io.tidewatch.corpora.simulator;

/** The products of one list as shown, best first. Filled anew for each list; not thread-safe. */
final class ResultPage {
  private final int[] products;
  private final double[] delays;
  private int size;

  ResultPage(int capacity) {
    this.products = new int[capacity];
    this.delays = new double[capacity];
  }

  int size() {
    return size;
  }

  /** The number of the product at a 0-based place. */
  int product(int place) {
    return products[place];
  }

  void clear() {
    size = 0;
  }

  /** Puts a product in by its delay, smallest first; the last falls off a full page. */
  void put(int product, double delay, int limit) {
    if (size == limit && delay >= delays[size - 1]) {
      return;
    }
    int place = size < limit ? size++ : size - 1;
    while (place > 0 && delays[place - 1] > delay) {
      products[place] = products[place - 1];
      delays[place] = delays[place - 1];
      place--;
    }
    products[place] = product;
    delays[place] = delay;
  }
}
