package io.tidewatch.audience.selection;

/**
 * What is done about positives among the unlabelled. Both corrections assume that positives are
 * labelled at random, at one rate c for all of them.
 *
 * <p>C. Elkan, K. Noto, Learning classifiers from only positive and unlabeled data, KDD 2008.
 */
public enum Correction {
  /** Nothing: unlabelled users count as negatives. */
  PLAIN,
  /** The probability is divided by c, the mean probability of held-out positives; same order. */
  RESCALED,
  /**
   * Learned twice: the second time each unlabelled user counts as a positive with weight
   * (1 − c)/c · g/(1 − g), g the first probability, and as a negative with the rest.
   */
  WEIGHTED
}
