package io.tidewatch.api.strategy;

/**
 * A sum over buyers x with Σx², so that it knows how sure it is: under a compound Poisson model the
 * relative variance of Σx is Σx²/(Σx)², which is one over the number of equal buyers that it is
 * worth (L. Kish, Survey Sampling, 1965).
 *
 * @param sum Σx, not negative
 * @param squares Σx²
 */
record Total(double sum, double squares) {
  static final Total NONE = new Total(0, 0);

  /** So many that count one each. */
  static Total of(long count) {
    return new Total((double) count, (double) count);
  }

  /** The number of equal buyers that it is worth; 0 for a sum of nothing. */
  double effective() {
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
