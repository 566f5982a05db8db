package io.tidewatch.nlp.train;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Logistic regression over hashed features, each scaled by its naive-Bayes log-count ratio (Wang and
 * Manning 2012, "Baselines and Bigrams"), fitted by AdaGrad. Own code rather than a library: some
 * fifty lines, no dependency in the product, and the same seed gives the same weights.
 */
final class CountRatioRegression {
  private static final double SMOOTHING = 1;
  private static final double LARGEST_RATIO = 3;

  private final int buckets;
  private final int epochs;
  private final double rate;
  private final double decay;

  CountRatioRegression(int buckets, int epochs, double rate, double decay) {
    this.buckets = buckets;
    this.epochs = epochs;
    this.rate = rate;
    this.decay = decay;
  }

  /** One example: the bucket of each feature occurrence. */
  static final class Example {
    private final int[] features;
    private final boolean positive;

    Example(int[] features, boolean positive) {
      this.features = features;
      this.positive = positive;
    }

    int[] features() {
      return features;
    }

    boolean positive() {
      return positive;
    }
  }

  /** A weight for each bucket and, at the end, the intercept. */
  float[] fit(List<Example> examples, RandomGenerator random) {
    float[] ratio = ratios(examples);
    float[] weights = new float[buckets + 1];
    float[] squares = new float[buckets + 1];
    float[] average = new float[buckets + 1];
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int index : order) {
        update(examples.get(index), ratio, weights, squares);
      }
      if (epoch >= epochs / 2) {
        for (int i = 0; i <= buckets; i++) {
          average[i] += weights[i] / (epochs - epochs / 2);
        }
      }
    }
    for (int i = 0; i < buckets; i++) {
      average[i] *= ratio[i];
    }
    return average;
  }

  private void update(Example example, float[] ratio, float[] weights, float[] squares) {
    int[] features = example.features();
    double scale = features.length == 0 ? 0 : 1 / Math.sqrt(features.length);
    double z = weights[buckets];
    for (int f : features) {
      z += weights[f] * ratio[f] * scale;
    }
    double error = (example.positive() ? 1 : 0) - 1 / (1 + Math.exp(-z));
    for (int f : features) {
      double gradient = error * ratio[f] * scale - decay * weights[f];
      squares[f] += (float) (gradient * gradient);
      weights[f] += (float) (rate * gradient / (Math.sqrt(squares[f]) + 1e-6));
    }
    squares[buckets] += (float) (error * error);
    weights[buckets] += (float) (rate * error / (Math.sqrt(squares[buckets]) + 1e-6));
  }

  private float[] ratios(List<Example> examples) {
    int[] up = new int[buckets];
    int[] down = new int[buckets];
    int[] seen = new int[buckets];
    long allUp = 0;
    long allDown = 0;
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      for (int f : example.features()) {
        if (seen[f] == i + 1) {
          continue;
        }
        seen[f] = i + 1;
        if (example.positive()) {
          up[f]++;
          allUp++;
        } else {
          down[f]++;
          allDown++;
        }
      }
    }
    float[] ratio = new float[buckets];
    double all = Math.log((allUp + SMOOTHING) / (allDown + SMOOTHING));
    for (int f = 0; f < buckets; f++) {
      if (up[f] + down[f] > 1) {
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
}
