package io.tidewatch.keywords.formula;

import org.jspecify.annotations.Nullable;

/** What a keyword is to a brand. The order is the order of recommendation. */
public enum KeywordLabel {
  /** No owner, and the brand is stronger here than in its category: the main diffusion words. */
  CONTESTED_ADVANTAGE,
  /** No owner, no proven advantage or weakness: test budget. */
  OPEN_NEUTRAL,
  /** The brand holds at least half of the orders: defend. */
  OWNED,
  /** Another brand holds at least half of the orders: conquest. */
  RIVAL_OWNED,
  /** No owner, and the brand is weaker here than in its category. */
  OPEN_WEAK,
  /** Too few orders or buyers, or the counts that the others need are missing. */
  INSUFFICIENT;

  /**
   * The label of a keyword with enough orders and buyers.
   *
   * @param owns whether the brand owns it
   * @param rivalOwns whether another brand does
   * @param advantage A; null where the brand is alone in its category
   */
  public static KeywordLabel of(boolean owns, boolean rivalOwns, @Nullable Interval advantage) {
    return ofSide(
        owns,
        rivalOwns,
        advantage == null ? null : new BrandAdvantage.Side(advantage.lo(), advantage.hi() < 0));
  }

  /** As above, of the side of 0 on which A lies. */
  public static KeywordLabel ofSide(
      boolean owns, boolean rivalOwns, BrandAdvantage.@Nullable Side advantage) {
    if (owns) {
      return OWNED;
    }
    if (rivalOwns) {
      return RIVAL_OWNED;
    }
    if (advantage == null) {
      return INSUFFICIENT;
    }
    if (advantage.lo() > 0) {
      return CONTESTED_ADVANTAGE;
    }
    return advantage.below() ? OPEN_WEAK : OPEN_NEUTRAL;
  }
}
