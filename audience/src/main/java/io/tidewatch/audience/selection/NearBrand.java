package io.tidewatch.audience.selection;

/**
 * A brand whose buyers are like another's.
 *
 * @param brand the brand
 * @param similarity above 0 and at most 1, such as Jaccard's index of the two brands' users
 */
public record NearBrand(String brand, double similarity) {
  /** Checks the range. */
  public NearBrand {
    if (!(similarity > 0 && similarity <= 1)) {
      throw new IllegalArgumentException(
          "similarity: above 0 and at most 1 is required, got " + similarity);
    }
  }
}
