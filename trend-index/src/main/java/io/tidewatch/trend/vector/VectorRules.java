package io.tidewatch.trend.vector;

import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import java.util.Comparator;
import java.util.List;

/**
 * What one vector index accepts and how it orders its answers.
 *
 * @param dimensions 1 to 1024
 */
public record VectorRules(int dimensions) {
  private static final int MAX_DIMENSIONS = 1024;
  private static final int CANDIDATES = 200;

  /** Nearest first, then by id. */
  private static final Comparator<Neighbor> ORDER =
      Comparator.comparingDouble(Neighbor::score).reversed().thenComparing(Neighbor::id);

  public VectorRules {
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions: 1 to " + MAX_DIMENSIONS + " is required, got " + dimensions);
    }
  }

  /**
   * The vector itself.
   *
   * @throws IllegalArgumentException when it has another length or no direction
   */
  public float[] checked(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "vector: " + dimensions + " numbers are required, got " + vector.length);
    }
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    if (!(square > 0) || square > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "vector: finite numbers that are not all 0 are required, got a squared length of "
              + square);
    }
    return vector;
  }

  /** How many entries a search of the graph looks at, so that {@code k} of them are the nearest. */
  public static int candidates(int k) {
    if (k < 1 || k > VectorIndex.MAX_NEIGHBORS) {
      throw new IllegalArgumentException(
          "k: 1 to " + VectorIndex.MAX_NEIGHBORS + " is required, got " + k);
    }
    return Math.max(CANDIDATES, 2 * k);
  }

  /** The cosine behind the score that engines give, (1 + cosine) / 2. */
  public static double cosine(double score) {
    return Math.clamp(2 * score - 1, -1, 1);
  }

  /** The {@code k} nearest in order. */
  public static List<Neighbor> best(List<Neighbor> found, int k) {
    return found.stream().sorted(ORDER).limit(k).toList();
  }
}
