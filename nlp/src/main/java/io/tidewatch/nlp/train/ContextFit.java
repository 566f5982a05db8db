package io.tidewatch.nlp.train;

import io.tidewatch.nlp.sense.SenseModel;
import java.util.List;
import java.util.SplittableRandom;

/** Logistic regression over what stands around slots, one trade against the rest, by AdaGrad. */
final class ContextFit {
  /** Marks a feature that touches its slot. */
  static final int TOUCHING = 1 << 30;

  private static final int EPOCHS = 6;
  private static final float RATE = 0.15f;
  private static final float DECAY = 1e-6f;

  private final int bits;
  private final long seed;

  ContextFit(int bits, long seed) {
    this.bits = bits;
    this.seed = seed;
  }

  /** One slot: its features, and a bit for each trade. */
  static final class Example {
    private final int[] features;
    private final int trades;

    Example(int[] features, int trades) {
      this.features = features;
      this.trades = trades;
    }

    int[] features() {
      return features;
    }

    boolean is(int trade) {
      return ((trades >> trade) & 1) == 1;
    }
  }

  static double odds(float[] weights, int[] features) {
    double sum = 0;
    for (int f : features) {
      sum += weights[f & ~TOUCHING] * value(f);
    }
    return weights[weights.length - 1] + sum / Math.sqrt(Math.max(1, features.length));
  }

  private static double value(int feature) {
    return (feature & TOUCHING) != 0 ? SenseModel.TOUCHING : 1;
  }

  /** A weight a bucket and, at the end, the intercept; averaged over the later epochs. */
  float[] fit(List<Example> examples, int trade) {
    int size = 1 << bits;
    float[] weights = new float[size + 1];
    float[] squares = new float[size + 1];
    float[] average = new float[size + 1];
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    var random = new SplittableRandom(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      for (int index : order) {
        update(examples.get(index), trade, weights, squares);
      }
      if (epoch >= EPOCHS / 2) {
        for (int i = 0; i <= size; i++) {
          average[i] += weights[i] / (EPOCHS - EPOCHS / 2);
        }
      }
    }
    return average;
  }

  private static void update(Example example, int trade, float[] weights, float[] squares) {
    int[] features = example.features();
    int last = weights.length - 1;
    double error = (example.is(trade) ? 1 : 0) - 1 / (1 + Math.exp(-odds(weights, features)));
    double scale = 1 / Math.sqrt(Math.max(1, features.length));
    for (int f : features) {
      int k = f & ~TOUCHING;
      float gradient = (float) (error * value(f) * scale - DECAY * weights[k]);
      squares[k] += gradient * gradient;
      weights[k] += RATE * gradient / (float) (Math.sqrt(squares[k]) + 1e-6);
    }
    squares[last] += (float) (error * error);
    weights[last] += (float) (RATE * error / (Math.sqrt(squares[last]) + 1e-6));
  }
}
