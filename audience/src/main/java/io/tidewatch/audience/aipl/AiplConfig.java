package io.tidewatch.audience.aipl;

/**
 * The windows of the states, in days before a time, and what makes loyalty.
 *
 * @param awarenessDays for A
 * @param interestDays for I
 * @param purchaseDays for P
 * @param loyaltyDays in which {@code loyaltyPurchases} local days with a purchase make L
 * @param voiceDays in which a buyer's good rating or share makes L
 * @param goodStars stars from which a rating is good
 */
public record AiplConfig(
    int awarenessDays,
    int interestDays,
    int purchaseDays,
    int loyaltyDays,
    int loyaltyPurchases,
    int voiceDays,
    int goodStars) {

  /** The windows of the published definition. */
  public static final AiplConfig DEFAULT = new AiplConfig(15, 15, 730, 365, 2, 90, 4);

  public AiplConfig {
    if (awarenessDays < 1
        || interestDays < 1
        || purchaseDays < 1
        || loyaltyDays < 1
        || voiceDays < 1) {
      throw new IllegalArgumentException("windows: at least 1 day each is required, got "
          + awarenessDays
          + ", "
          + interestDays
          + ", "
          + purchaseDays
          + ", "
          + loyaltyDays
          + " and "
          + voiceDays);
    }
    if (loyaltyDays > purchaseDays || voiceDays > purchaseDays) {
      throw new IllegalArgumentException("loyaltyDays, voiceDays: at most the purchase days "
          + purchaseDays + " are required, got " + loyaltyDays + " and " + voiceDays);
    }
    if (loyaltyPurchases < 2 || goodStars < 1 || goodStars > 5) {
      throw new IllegalArgumentException(
          "loyaltyPurchases, goodStars: at least 2, and 1 to 5, are required, got "
              + loyaltyPurchases + " and " + goodStars);
    }
  }

  /** The farthest look back, in days. */
  public int reach() {
    return Math.max(purchaseDays, Math.max(awarenessDays, interestDays));
  }
}
