package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers features as they are met, and holds the sums of one user at a time. */
final class Columns {
  private final List<Feature> features = new ArrayList<>();
  private final int[][] byKind = new int[FeatureKind.values().length][];
  private double[] sums = new double[64];
  private int[] touched = new int[64];
  private int count;

  /** The column of the thing with that number among its kind. */
  int of(FeatureKind kind, int number, String id) {
    int[] numbers = byKind[kind.place()];
    if (numbers == null || number >= numbers.length) {
      int room = numbers == null ? 64 : numbers.length;
      int known = numbers == null ? 0 : numbers.length;
      numbers = numbers == null
          ? new int[Math.max(number + 1, room)]
          : Arrays.copyOf(numbers, Math.max(number + 1, room * 2));
      Arrays.fill(numbers, known, numbers.length, Names.NONE);
      byKind[kind.place()] = numbers;
    }
    if (numbers[number] == Names.NONE) {
      numbers[number] = features.size();
      features.add(new Feature(kind, id));
      if (features.size() > sums.length) {
        sums = Arrays.copyOf(sums, sums.length * 2);
      }
    }
    return numbers[number];
  }

  /** The column of the thing with that number; -1 when it was never met. */
  int known(FeatureKind kind, int number) {
    int[] numbers = byKind[kind.place()];
    return numbers == null || number >= numbers.length ? Names.NONE : numbers[number];
  }

  /** Adds to the present user's sum. */
  void add(int column, double value) {
    if (value <= 0) {
      return;
    }
    if (sums[column] == 0) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, count * 2);
      }
      touched[count++] = column;
    }
    sums[column] += value;
  }

  /** The columns of the present user, ascending; {@code count} of them. */
  int[] sorted() {
    Arrays.sort(touched, 0, count);
    return touched;
  }

  int count() {
    return count;
  }

  double sum(int column) {
    return sums[column];
  }

  /** Forgets the present user. */
  void clear() {
    for (int i = 0; i < count; i++) {
      sums[touched[i]] = 0;
    }
    count = 0;
  }

  List<Feature> features() {
    return features;
  }
}
