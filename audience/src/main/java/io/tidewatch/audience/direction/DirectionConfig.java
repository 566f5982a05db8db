package io.tidewatch.audience.direction;

import java.util.List;
import java.util.Map;

/**
 * The constants of the diffusion directions. Magnitudes without a source are our choice.
 *
 * @param mainCategories most main categories of a target
 * @param minLift lift that an association rule must exceed
 * @param minCommon users that two related brands, or both sides of a rule, must share
 * @param relatedBrands most related brands that count
 * @param rivals most rival brands that count
 * @param flowPrior orders that the mean flow is worth in the flow of one rival
 * @param poorStars stars up to which a rating of a rival is poor
 * @param grievanceDays in which a refund or poor rating of a rival counts
 * @param searchDays in which a search counts
 * @param searchHalfLifeDays in which a search counts half
 * @param lostDays windows in which a state was left, ascending
 * @param peerShare share of the universe, the most similar, that direction {@code peer} reaches
 * @param peerSeeds most seeds that neighbours are looked for, drawn by {@code seed}
 * @param neighbours nearest seeds whose similarity counts
 * @param dimensions numbers in a graph embedding
 * @param breadths share of the reached users that each breadth takes, by lower-case name
 * @param seed of all draws
 */
public record DirectionConfig(
    int mainCategories,
    double minLift,
    int minCommon,
    int relatedBrands,
    int rivals,
    double flowPrior,
    int poorStars,
    int grievanceDays,
    int searchDays,
    double searchHalfLifeDays,
    List<Integer> lostDays,
    double peerShare,
    int peerSeeds,
    int neighbours,
    int dimensions,
    Map<String, Double> breadths,
    long seed) {

  /** What the documentation states. */
  public static final DirectionConfig DEFAULT = new DirectionConfig(
      3,
      1.2,
      20,
      10,
      10,
      20,
      2,
      180,
      28,
      14,
      List.of(30, 90, 180),
      0.2,
      256,
      10,
      32,
      Map.of("narrow", 0.1, "balanced", 0.3, "broad", 1.0),
      20_251_111L);

  public DirectionConfig {
    lostDays = List.copyOf(lostDays);
    breadths = Map.copyOf(breadths);
    if (lostDays.isEmpty() || !lostDays.stream().sorted().toList().equals(lostDays)) {
      throw new IllegalArgumentException(
          "lostDays: at least one, ascending, is required, got " + lostDays);
    }
    if (mainCategories < 1
        || minCommon < 1
        || relatedBrands < 1
        || rivals < 1
        || peerSeeds < 1
        || neighbours < 1
        || dimensions < 1) {
      throw new IllegalArgumentException("directions: counts of at least 1 are required");
    }
    if (!(peerShare > 0 && peerShare <= 1)
        || !(flowPrior > 0)
        || !(searchHalfLifeDays > 0)
        || breadths.values().stream().anyMatch(share -> !(share > 0 && share <= 1))) {
      throw new IllegalArgumentException(
          "peerShare, breadths: above 0 and at most 1, flowPrior, searchHalfLifeDays: above 0, are"
              + " required");
    }
  }
}
