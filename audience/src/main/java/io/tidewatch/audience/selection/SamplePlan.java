package io.tidewatch.audience.selection;

/**
 * How a sample is drawn.
 *
 * @param enoughPositives below this many buyers of its own a brand borrows those of near brands
 *     until their weights make up the difference; 1 or more
 * @param borrowedWeight weight of a buyer of the nearest brand, above 0 and at most 1; others weigh
 *     less in proportion to their brand's similarity
 * @param unlabelledPerPositive unlabelled users for each positive entry, above 0
 */
public record SamplePlan(int enoughPositives, double borrowedWeight, double unlabelledPerPositive) {
  /** 500 positives, half a weight, ten unlabelled users a positive. */
  public static final SamplePlan DEFAULT = new SamplePlan(500, 0.5, 10);

  /** Checks the ranges. */
  public SamplePlan {
    if (enoughPositives < 1) {
      throw new IllegalArgumentException(
          "enoughPositives: at least 1 is required, got " + enoughPositives);
    }
    if (!(borrowedWeight > 0 && borrowedWeight <= 1)) {
      throw new IllegalArgumentException(
          "borrowedWeight: above 0 and at most 1 is required, got " + borrowedWeight);
    }
    if (!(unlabelledPerPositive > 0 && Double.isFinite(unlabelledPerPositive))) {
      throw new IllegalArgumentException(
          "unlabelledPerPositive: above 0 is required, got " + unlabelledPerPositive);
    }
  }
}
