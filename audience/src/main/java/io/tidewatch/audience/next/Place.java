package io.tidewatch.audience.next;

/**
 * Where the truth stands among scored categories; of equal scores every order is as likely.
 *
 * @param above categories with a higher score
 * @param equal categories with the same score, itself included
 */
record Place(int above, int equal) {
  static Place of(double[] scores, int truth) {
    int above = 0;
    int equal = 0;
    for (double score : scores) {
      above += score > scores[truth] ? 1 : 0;
      equal += score == scores[truth] ? 1 : 0;
    }
    return new Place(above, equal);
  }

  /** Chance to be among the first {@code size}. */
  double hit(int size) {
    return Math.clamp((double) (size - above) / equal, 0, 1);
  }

  /** Expected reciprocal of the rank. */
  double reciprocal() {
    double sum = 0;
    for (int i = 1; i <= equal; i++) {
      sum += 1.0 / (above + i);
    }
    return sum / equal;
  }
}
