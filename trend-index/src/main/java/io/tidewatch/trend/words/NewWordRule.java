package io.tidewatch.trend.words;

/**
 * From where on a string counts as a new word.
 *
 * @param authors fewest distinct authors in the window, at least 1
 * @param cohesion lowest minimum pointwise mutual information, in nats
 * @param entropy lowest entropy of the neighbours at either side, in nats
 * @param rise lowest standard score of the authors' share in the window against before
 */
public record NewWordRule(int authors, double cohesion, double entropy, double rise) {
  /** Chosen by reasoning, not fitted: a one-sided 5 % test, and e⁴ times more often than by chance. */
  public static final NewWordRule DEFAULT = new NewWordRule(5, 4, 1, 1.64);

  public NewWordRule {
    if (authors < 1
        || !Double.isFinite(cohesion)
        || !Double.isFinite(entropy)
        || !Double.isFinite(rise)) {
      throw new IllegalArgumentException(
          "rule: at least one author and finite limits are required, got %d, %f, %f, %f"
              .formatted(authors, cohesion, entropy, rise));
    }
  }
}
