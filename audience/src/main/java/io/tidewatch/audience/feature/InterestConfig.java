package io.tidewatch.audience.feature;

import java.util.Map;

/**
 * The constants of interests.
 *
 * @param weights weight and half-life of each action by name; an action that is not named weighs
 *     nothing
 * @param carries decayed interest from which a user counts as carrying a feature
 * @param carriesShare the same for shares of a user's acts
 * @param spendHalfLifeDays in which what was spent counts half
 */
public record InterestConfig(
    Map<String, ActionWeight> weights,
    double carries,
    double carriesShare,
    double spendHalfLifeDays) {

  /**
   * A click is the unit, and fades by half in two weeks, about the time a buyer of consumer goods
   * takes to decide. What was only shown says little and passes fast; a search is the user's own
   * initiative; keeping, following and sharing cost more and last longer; an order tells most, and
   * taste outlives the purchase by months. A feature is carried as long as one click of the last
   * four weeks; a part of the day, season or channel when two fifths of the acts lie in it.
   */
  public static final InterestConfig DEFAULT = new InterestConfig(
      Map.ofEntries(
          Map.entry("impression", new ActionWeight(0.05, 7)),
          Map.entry("ad_exposure", new ActionWeight(0.05, 7)),
          Map.entry("view", new ActionWeight(0.5, 14)),
          Map.entry("click", new ActionWeight(1, 14)),
          Map.entry("ad_click", new ActionWeight(1, 14)),
          Map.entry("search", new ActionWeight(1.5, 14)),
          Map.entry("favorite", new ActionWeight(3, 30)),
          Map.entry("share", new ActionWeight(3, 30)),
          Map.entry("cart", new ActionWeight(4, 30)),
          Map.entry("follow", new ActionWeight(3, 60)),
          Map.entry("rating", new ActionWeight(2, 90)),
          Map.entry("order", new ActionWeight(5, 90))),
      0.25,
      0.4,
      180);

  public InterestConfig {
    weights = Map.copyOf(weights);
    if (!(carries > 0) || !(carriesShare > 0) || !(spendHalfLifeDays > 0)) {
      throw new IllegalArgumentException(
          "carries, carriesShare, spendHalfLifeDays: positive numbers are required");
    }
  }

  /** How much one action says, and in how many days that halves. */
  public record ActionWeight(double weight, double halfLifeDays) {

    public ActionWeight {
      if (!(weight >= 0) || !(halfLifeDays > 0)) {
        throw new IllegalArgumentException(
            "action weight: a weight of at least 0 and a positive half-life are required, got "
                + weight
                + " and "
                + halfLifeDays);
      }
    }

    /** What the action is worth after {@code ageDays} days; a negative age counts as 0. */
    public double at(long ageDays) {
      return weight * Math.pow(0.5, Math.max(0, ageDays) / halfLifeDays);
    }
  }
}
