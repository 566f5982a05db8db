package io.tidewatch.audience;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * The constants of the audience formulas.
 *
 * @param zone of local days
 * @param baseDays the base population are the users with any fact this recent
 * @param buyerDays an order this recent makes a buyer
 * @param engagedDays a fact of {@code engagedActions} this recent makes an engaged user
 * @param engagedActions what engages with a brand short of buying
 * @param weights weight and half-life of each action; an action that is not named weighs nothing
 * @param carries decayed interest from which a user counts as carrying a feature
 * @param saturation decayed interest at which a feature gives tanh(1), about three quarters, of its
 *     weight
 * @param minUsers k; features of fewer users are neither kept nor shown
 * @param minTgi lower bound of the TGI that a kept feature must exceed
 * @param minCoverage share of the target that a kept feature must exceed
 * @param maxP adjusted p-value below which a feature is kept
 * @param tgiPrior m, users that the base rate is worth in the TGI's lower bound
 * @param oddsPrior a₀, users that the base rate is worth in the log-odds
 */
public record AudienceConfig(
    ZoneId zone,
    int baseDays,
    int buyerDays,
    int engagedDays,
    Set<String> engagedActions,
    Map<String, ActionWeight> weights,
    double carries,
    double saturation,
    int minUsers,
    double minTgi,
    double minCoverage,
    double maxP,
    double tgiPrior,
    double oddsPrior) {

  /**
   * A click is the unit, and fades by half in two weeks, about the time a buyer of consumer goods
   * takes to decide. What was only shown says little and passes fast; a search is the user's own
   * initiative; keeping, following and sharing cost more and last longer; an order tells most, and
   * taste outlives the purchase by months. A feature is carried as long as one click of the last
   * four weeks.
   */
  public static final AudienceConfig DEFAULT = new AudienceConfig(
      ZoneId.of("Asia/Shanghai"),
      90,
      730,
      90,
      Set.of("click", "cart", "favorite", "follow"),
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
      3,
      20,
      120,
      0.01,
      0.05,
      50,
      50);

  public AudienceConfig {
    engagedActions = Set.copyOf(engagedActions);
    weights = Map.copyOf(weights);
    if (baseDays < 1 || buyerDays < 1 || engagedDays < 1) {
      throw new IllegalArgumentException(
          "baseDays, buyerDays, engagedDays: at least 1 is required, got "
              + baseDays
              + ", "
              + buyerDays
              + " and "
              + engagedDays);
    }
    if (minUsers < 1) {
      throw new IllegalArgumentException("minUsers: at least 1 is required, got " + minUsers);
    }
    if (!(saturation > 0) || !(carries > 0) || !(tgiPrior > 0) || !(oddsPrior > 0)) {
      throw new IllegalArgumentException(
          "saturation, carries, tgiPrior, oddsPrior: positive numbers are required");
    }
  }

  /** The farthest look back, in days. */
  int reach() {
    return Math.max(buyerDays, Math.max(baseDays, engagedDays));
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
    double at(long ageDays) {
      return weight * Math.pow(0.5, Math.max(0, ageDays) / halfLifeDays);
    }
  }
}
