package io.tidewatch.corpora.simulator;

import java.util.List;

/** What shares by stall become once the preferences of the people weigh in, on average. */
final class Expectation {
  private static final int SAMPLED = 1000;

  private final int number;
  private final List<Shopper> people;

  /** Takes the first people, each by the visits he or she pays to the shelf of that number. */
  Expectation(int number, Population population) {
    this.number = number;
    this.people = population.shoppers().stream().limit(SAMPLED).toList();
  }

  Weights of(Weights shares) {
    double[] sum = new double[shares.size()];
    for (Shopper shopper : people) {
      double[] leaning = shopper.lean(number, shares);
      double total = 0;
      for (double weight : leaning) {
        total += weight;
      }
      double visits = shopper.activity() * shopper.interests().get(number) / total;
      for (int b = 0; b < sum.length; b++) {
        sum[b] += visits * leaning[b];
      }
    }
    return Weights.of(sum);
  }
}
