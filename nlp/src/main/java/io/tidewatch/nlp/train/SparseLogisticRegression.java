package io.tidewatch.nlp.train;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plain logistic regression over hashed features by AdaGrad with an L2 penalty, without intercept:
 * a text's log-odds are the sum of its features' weights. The same seed gives the same weights.
 */
final class SparseLogisticRegression {
  private final int bits;
  private final int epochs;
  private final double rate;
  private final double decay;

  SparseLogisticRegression(int bits, int epochs, double rate, double decay) {
    this.bits = bits;
    this.epochs = epochs;
    this.rate = rate;
    this.decay = decay;
  }

  /**
   * One example.
   *
   * @param features hash of each feature occurrence
   * @param value what each occurrence counts
   * @param cost probability that a visit learns from it, above 0, at most 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Example(int[] features, double value, boolean positive, double cost) {}

  /** A weight for each of 2^bits buckets: the mean over the later half of the epochs. */
  float[] fit(List<Example> examples, RandomGenerator random) {
    float[] weights = new float[1 << bits];
    float[] squares = new float[1 << bits];
    float[] mean = new float[1 << bits];
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int visit = 0; visit < examples.size(); visit++) {
        Example example = examples.get(random.nextInt(examples.size()));
        if (random.nextDouble() < example.cost()) {
          learn(example, weights, squares);
        }
      }
      if (epoch >= epochs / 2) {
        for (int f = 0; f < weights.length; f++) {
          mean[f] += weights[f] / (epochs - epochs / 2);
        }
      }
    }
    return mean;
  }

  private void learn(Example example, float[] weights, float[] squares) {
    int mask = (1 << bits) - 1;
    double z = 0;
    for (int f : example.features()) {
      z += weights[f & mask] * example.value();
    }
    double error = (example.positive() ? 1 : 0) - 1 / (1 + Math.exp(-z));
    for (int feature : example.features()) {
      int f = feature & mask;
      double gradient = error * example.value() - decay * weights[f];
      squares[f] += (float) (gradient * gradient);
      weights[f] += (float) (rate * gradient / (Math.sqrt(squares[f]) + 1e-6));
    }
  }
}
