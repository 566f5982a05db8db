package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplConfig;
import io.tidewatch.audience.direction.DirectionConfig;
import io.tidewatch.audience.feature.InterestConfig;
import java.time.ZoneId;
import java.util.Set;

/**
 * The constants of the audience formulas.
 *
 * @param zone of local days
 * @param currency in which orders have a value
 * @param baseDays the base population are the users with any fact this recent
 * @param buyerDays an order this recent makes a buyer
 * @param engagedDays a fact of {@code engagedActions} this recent makes an engaged user
 * @param engagedActions what engages with a brand short of buying
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
    String currency,
    int baseDays,
    int buyerDays,
    int engagedDays,
    Set<String> engagedActions,
    double saturation,
    int minUsers,
    double minTgi,
    double minCoverage,
    double maxP,
    double tgiPrior,
    double oddsPrior,
    InterestConfig interests,
    AiplConfig aipl,
    DirectionConfig directions) {

  /** What the documentation states. */
  public static final AudienceConfig DEFAULT = new AudienceConfig(
      ZoneId.of("Asia/Shanghai"),
      "CNY",
      90,
      730,
      90,
      Set.of("click", "cart", "favorite", "follow"),
      3,
      20,
      120,
      0.01,
      0.05,
      50,
      50,
      InterestConfig.DEFAULT,
      AiplConfig.DEFAULT,
      DirectionConfig.DEFAULT);

  public AudienceConfig {
    engagedActions = Set.copyOf(engagedActions);
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
    if (!(saturation > 0) || !(tgiPrior > 0) || !(oddsPrior > 0)) {
      throw new IllegalArgumentException(
          "saturation, tgiPrior, oddsPrior: positive numbers are required");
    }
  }

  /** The farthest look back of one question, in days: states that were left reach farthest. */
  public int reach() {
    return Math.max(
        Math.max(buyerDays, Math.max(baseDays, engagedDays)),
        aipl.reach() + directions.lostDays().getLast());
  }
}
