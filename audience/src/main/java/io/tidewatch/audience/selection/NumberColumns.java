package io.tidewatch.audience.selection;

import java.util.Arrays;

/** Numbers, and weights of tags, of every k-th entry of a sample by feature, with their labels. */
final class NumberColumns {
  private static final int FIRST_CAPACITY = 256;

  private final float[][] values;
  private final boolean[][] labels;
  private final int[] count;

  NumberColumns(Sample sample, int stride) {
    UserTable table = sample.table();
    int features = table.features().size();
    values = new float[features][];
    labels = new boolean[features][];
    count = new int[features];
    for (int entry = 0; entry < sample.size(); entry += stride) {
      int user = sample.user(entry);
      for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
        add(table.featureOf(table.symbol(cell)), table.value(cell), sample.positive(entry));
      }
    }
    for (int f = 0; f < features; f++) {
      sort(f);
    }
  }

  private void add(int feature, float value, boolean label) {
    int at = count[feature]++;
    if (at == 0) {
      values[feature] = new float[FIRST_CAPACITY];
      labels[feature] = new boolean[FIRST_CAPACITY];
    } else if (at == values[feature].length) {
      values[feature] = Arrays.copyOf(values[feature], 2 * at);
      labels[feature] = Arrays.copyOf(labels[feature], 2 * at);
    }
    values[feature][at] = value;
    labels[feature][at] = label;
  }

  /** Sorts value and label together, as one long each: the value's order, then the label. */
  private void sort(int feature) {
    long[] keys = new long[count[feature]];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(values[feature][i] + 0f);
      int ordered = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
      keys[i] = (ordered & 0xFFFF_FFFFL) << 1 | (labels[feature][i] ? 1 : 0);
    }
    Arrays.sort(keys);
    values[feature] = new float[keys.length];
    labels[feature] = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int ordered = (int) (keys[i] >>> 1);
      values[feature][i] =
          Float.intBitsToFloat(ordered < 0 ? ordered & Integer.MAX_VALUE : ~ordered);
      labels[feature][i] = (keys[i] & 1) == 1;
    }
  }

  /** Values of a feature in ascending order; empty when nobody has it. */
  float[] sorted(int feature) {
    return values[feature];
  }

  /** Labels in the order of {@link #sorted}. */
  boolean[] labels(int feature) {
    return labels[feature];
  }
}
