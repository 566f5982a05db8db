package io.tidewatch.model.record;

import java.util.List;

/**
 * Where a picture or video stands in the space of somebody's model. Only vectors of one space and
 * length can be compared.
 *
 * @param space names the model: lower-case letters, digits and hyphens, at most 32
 * @param numbers 1 to {@value #MAX_LENGTH} finite numbers, not all 0
 */
public record MediaVector(String space, List<Float> numbers) {
  public static final int MAX_LENGTH = 1024;
  private static final String SPACE = "[a-z0-9][a-z0-9-]{0,31}";

  /**
   * @throws IllegalArgumentException naming the rule that is broken
   */
  public MediaVector {
    numbers = List.copyOf(numbers);
    if (!space.matches(SPACE)) {
      throw new IllegalArgumentException(
          "space: lower-case letters, digits and hyphens, at most 32, are required, got " + space);
    }
    double square = numbers.stream().mapToDouble(x -> (double) x * x).sum();
    if (numbers.isEmpty() || numbers.size() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "vector: 1 to " + MAX_LENGTH + " numbers are required, got " + numbers.size());
    }
    if (!(square > 0) || square > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "vector: finite numbers that are not all 0 are required, got a squared length of "
              + square);
    }
  }

  /** The numbers as an array of its own. */
  public float[] array() {
    var array = new float[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }
}
