package io.tidewatch.audience.formula;

/**
 * The rule "who cares for X cares for Y", counted in users.
 *
 * <p>R. Agrawal, T. Imieliński, A. Swami, Mining association rules between sets of items in large
 * databases, SIGMOD 1993. The certainty factor (conf − supp(Y))/(1 − supp(Y)), how much of what is
 * missing to certainty the rule adds: F. Berzal and others, Measuring the accuracy and interest of
 * association rules, Intelligent Data Analysis 6 (2002).
 *
 * @param support share of all users with both
 * @param confidence share of the users of X who are users of Y
 * @param low lower 95 % Wilson bound of the confidence
 * @param lift confidence ÷ share of Y
 * @param share of Y among all users
 */
public record AssociationRule(
    double support, double confidence, double low, double lift, double share) {

  /**
   * From counts.
   *
   * @param both users of X and Y
   * @param x users of X, at least 1
   * @param y users of Y, at least 1
   * @param all users
   */
  public static AssociationRule of(int both, int x, int y, int all) {
    if (x < 1 || y < 1 || both > Math.min(x, y) || Math.max(x, y) > all) {
      throw new IllegalArgumentException("rule: counts with both ≤ x, y ≤ all, x and y at least 1,"
          + " are required, got " + both + ", " + x + ", " + y + ", " + all);
    }
    double share = (double) y / all;
    double confidence = (double) both / x;
    return new AssociationRule(
        (double) both / all,
        confidence,
        Wilson.low(both, x, Wilson.Z95),
        confidence / share,
        share);
  }

  /** Whether the lift exceeds {@code minLift} and the bound of the confidence the share of Y. */
  public boolean holds(double minLift) {
    return lift > minLift && low > share;
  }

  /** The certainty factor of the bound, 0 to 1; 0 for a rule that says nothing. */
  public double certainty() {
    return share >= 1 ? 0 : Math.max(0, (low - share) / (1 - share));
  }
}
