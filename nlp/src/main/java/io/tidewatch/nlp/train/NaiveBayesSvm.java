package io.tidewatch.nlp.train;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A linear support vector machine over hashed features, each scaled by its naive-Bayes log-count
 * ratio (Wang and Manning 2012, "Baselines and Bigrams"), with squared hinge loss, fitted by dual
 * coordinate descent (Hsieh et al. 2008, algorithm 1). Features of fewer than three texts are left
 * out. Own code rather than a library: no dependency in the product, and the same seed gives the
 * same weights.
 */
final class NaiveBayesSvm {
  private static final int FEWEST_TEXTS = 3;
  private static final double SMOOTHING = 1;
  private static final double LARGEST_RATIO = 3;
  private static final int PASSES = 10;

  private final int bits;

  /** {@code bits}: 2^bits buckets. */
  NaiveBayesSvm(int bits) {
    this.bits = bits;
  }

  /**
   * One text.
   *
   * @param features hash of each feature occurrence
   * @param cost what an error on it costs, above 0
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Example(int[] features, boolean positive, double cost) {}

  /** A weight for each bucket, and the intercept. */
  @SuppressWarnings("ArrayRecordComponent")
  record Fitted(float[] weights, double intercept) {}

  /** Weights under which a text's score is its features' sum over the root of their number. */
  Fitted fit(List<Example> examples, RandomGenerator random) {
    int n = examples.size();
    Row[] rows = new Row[n];
    for (int i = 0; i < n; i++) {
      rows[i] = new Row(examples.get(i), (1 << bits) - 1);
    }
    float[] ratio = ratios(rows);
    for (Row row : rows) {
      row.scale(ratio);
    }
    float[] weights = new float[1 << bits];
    double[] alpha = new double[n];
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    double intercept = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      shuffle(order, random);
      for (int i : order) {
        Row row = rows[i];
        double slack = 0.5 / row.cost;
        double gradient = row.sign * (row.dot(weights) + intercept) - 1 + slack * alpha[i];
        double next = Math.max(0, alpha[i] - gradient / (row.square + 1 + slack));
        double change = (next - alpha[i]) * row.sign;
        alpha[i] = next;
        if (change != 0) {
          row.add(weights, change);
          intercept += change;
        }
      }
    }
    for (int f = 0; f < weights.length; f++) {
      weights[f] *= ratio[f];
    }
    return new Fitted(weights, intercept);
  }

  private float[] ratios(Row[] rows) {
    int[] up = new int[1 << bits];
    int[] down = new int[1 << bits];
    long allUp = 0;
    long allDown = 0;
    for (Row row : rows) {
      int[] counts = row.sign > 0 ? up : down;
      for (int f : row.buckets) {
        counts[f]++;
      }
      allUp += row.sign > 0 ? row.buckets.length : 0;
      allDown += row.sign > 0 ? 0 : row.buckets.length;
    }
    float[] ratio = new float[1 << bits];
    double all = Math.log((allUp + SMOOTHING) / (allDown + SMOOTHING));
    for (int f = 0; f < ratio.length; f++) {
      if (up[f] + down[f] >= FEWEST_TEXTS) {
        double r = Math.log((up[f] + SMOOTHING) / (down[f] + SMOOTHING)) - all;
        ratio[f] = (float) Math.clamp(r, -LARGEST_RATIO, LARGEST_RATIO);
      }
    }
    return ratio;
  }

  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }

  /** A text as distinct buckets and their values. */
  private static final class Row {
    private final int sign;
    private final double cost;
    private int[] buckets;
    private float[] values;
    private double square;

    private Row(Example example, int mask) {
      sign = example.positive() ? 1 : -1;
      cost = example.cost();
      int[] all = example.features().clone();
      for (int i = 0; i < all.length; i++) {
        all[i] &= mask;
      }
      Arrays.sort(all);
      buckets = new int[all.length];
      values = new float[all.length];
      int count = 0;
      for (int i = 0; i < all.length; i++) {
        if (count == 0 || buckets[count - 1] != all[i]) {
          buckets[count++] = all[i];
        }
        values[count - 1] += (float) (1 / Math.sqrt(all.length));
      }
      buckets = Arrays.copyOf(buckets, count);
      values = Arrays.copyOf(values, count);
    }

    /** Multiplies by the ratios and leaves out what has none. */
    private void scale(float[] ratio) {
      int count = 0;
      for (int i = 0; i < buckets.length; i++) {
        float value = values[i] * ratio[buckets[i]];
        if (value != 0) {
          buckets[count] = buckets[i];
          values[count++] = value;
          square += value * value;
        }
      }
      buckets = Arrays.copyOf(buckets, count);
      values = Arrays.copyOf(values, count);
    }

    private double dot(float[] weights) {
      double sum = 0;
      for (int i = 0; i < buckets.length; i++) {
        sum += weights[buckets[i]] * values[i];
      }
      return sum;
    }

    private void add(float[] weights, double change) {
      for (int i = 0; i < buckets.length; i++) {
        weights[buckets[i]] += (float) (change * values[i]);
      }
    }
  }
}
