package io.tidewatch.audience.selection;

/**
 * c, the share of all positives that are labelled, as the mean probability that held-out positives
 * get, on the scale of the whole population.
 *
 * <p>C. Elkan, K. Noto, KDD 2008, estimator e₁.
 *
 * @param c above 0 and at most 1
 */
record LabelFrequency(double c) {
  private static final double LEAST = 1e-6;

  /** From probabilities, on the population's scale, of positives with weights. */
  static LabelFrequency of(double[] probabilities, Sample sample) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (sample.positive(i)) {
        sum += sample.weight(i) * probabilities[i];
        weight += sample.weight(i);
      }
    }
    return new LabelFrequency(Math.clamp(sum / weight, LEAST, 1));
  }

  /** From the sample's scale to the population's: unlabelled users are 1/rate times as many. */
  static double atPopulation(double probability, double unlabelledRate) {
    return Logistic.of(Logistic.logit(probability) + Math.log(unlabelledRate));
  }

  /** Probability of being a positive, labelled or not, from that of being labelled. */
  double corrected(double labelled) {
    return Math.min(1, labelled / c);
  }

  /** How much of an unlabelled user counts as a positive, 0 to 1. */
  double positivePart(double labelled) {
    return labelled >= 1 ? 1 : Math.clamp((1 - c) / c * labelled / (1 - labelled), 0, 1);
  }
}
