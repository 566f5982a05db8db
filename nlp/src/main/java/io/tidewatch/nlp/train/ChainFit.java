package io.tidewatch.nlp.train;

import io.tidewatch.nlp.tagger.CharacterFeatures;
import io.tidewatch.nlp.tagger.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic
 * gradients with a step size of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011) and
 * features dropped at random (Srivastava et al. 2014). The same seed gives the same weights. For one
 * thread.
 */
final class ChainFit {
  private static final int TAGS = Tags.COUNT;
  private static final float EPSILON = 1e-6f;

  /**
   * How to fit.
   *
   * @param epochs runs over all texts, at least 1
   * @param rate first step size; it falls to a tenth of it
   * @param dropout share of features left out of each step, 0 to below 1
   */
  record Settings(int bits, int epochs, float rate, float dropout) {}

  private final Settings settings;
  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[(TAGS + 1) * TAGS];
  private final float[] transitionSquares = new float[transitions.length];
  private final boolean[] allowed = new boolean[transitions.length];
  private final Random random;

  ChainFit(Settings settings, long seed) {
    this.settings = settings;
    weights = new float[TAGS << settings.bits()];
    squares = new float[weights.length];
    random = new Random(seed);
    for (int tag = 0; tag < TAGS; tag++) {
      for (int before = 0; before < TAGS; before++) {
        allowed[before * TAGS + tag] = Tags.follows(before, tag);
      }
      allowed[TAGS * TAGS + tag] = Tags.starts(tag);
    }
  }

  float[] weights() {
    return weights;
  }

  float[] transitions() {
    return transitions;
  }

  void fit(List<ChainExample> examples) {
    var order = new ArrayList<>(examples);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      float rate = settings.rate() * (1 - 0.9f * epoch / settings.epochs());
      for (ChainExample example : order) {
        step(example, rate);
      }
    }
  }

  private void step(ChainExample example, float rate) {
    int length = example.tags().length;
    if (length == 0) {
      return;
    }
    float boost = 1 / (1 - settings.dropout());
    int[][] kept = kept(example.features());
    double[] scores = new double[length * TAGS];
    for (int i = 0; i < length; i++) {
      for (int feature : kept[i]) {
        for (int tag = 0; tag < TAGS; tag++) {
          scores[i * TAGS + tag] += boost * weights[feature * TAGS + tag];
        }
      }
    }
    double[] gradient = new double[length * TAGS];
    double[] pairs = new double[transitions.length];
    expect(scores, length, gradient, pairs);
    for (int i = 0; i < length; i++) {
      int tag = example.tags()[i];
      gradient[i * TAGS + tag] -= 1;
      pairs[(i == 0 ? TAGS : example.tags()[i - 1]) * TAGS + tag] -= 1;
    }
    for (int i = 0; i < length; i++) {
      for (int feature : kept[i]) {
        for (int tag = 0; tag < TAGS; tag++) {
          descend(
              weights,
              squares,
              feature * TAGS + tag,
              boost * (float) gradient[i * TAGS + tag],
              rate);
        }
      }
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      if (allowed[pair]) {
        descend(transitions, transitionSquares, pair, (float) pairs[pair], rate);
      }
    }
  }

  private int[][] kept(int[][] features) {
    if (settings.dropout() == 0) {
      return features;
    }
    int[][] kept = new int[features.length][];
    int[] some = new int[CharacterFeatures.MOST];
    for (int i = 0; i < features.length; i++) {
      int n = 0;
      for (int feature : features[i]) {
        if (random.nextFloat() >= settings.dropout()) {
          some[n++] = feature;
        }
      }
      kept[i] = Arrays.copyOf(some, n);
    }
    return kept;
  }

  private static void descend(float[] at, float[] squares, int i, float gradient, float rate) {
    if (gradient != 0) {
      squares[i] += gradient * gradient;
      at[i] -= rate * gradient / (float) Math.sqrt(squares[i] + EPSILON);
    }
  }

  /** Expected tags of each character, and expected pairs of tags, by forward and backward sums. */
  private void expect(double[] scores, int length, double[] tags, double[] pairs) {
    double[] joint = new double[transitions.length];
    for (int pair = 0; pair < joint.length; pair++) {
      joint[pair] = allowed[pair] ? Math.exp(transitions[pair]) : 0;
    }
    double[] emitted = new double[length * TAGS];
    for (int i = 0; i < length; i++) {
      double most = scores[i * TAGS];
      for (int tag = 1; tag < TAGS; tag++) {
        most = Math.max(most, scores[i * TAGS + tag]);
      }
      for (int tag = 0; tag < TAGS; tag++) {
        emitted[i * TAGS + tag] = Math.exp(scores[i * TAGS + tag] - most);
      }
    }
    double[] forward = new double[length * TAGS];
    double[] sums = new double[length];
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int tag = 0; tag < TAGS; tag++) {
        double reached = 0;
        if (i == 0) {
          reached = joint[TAGS * TAGS + tag];
        } else {
          for (int before = 0; before < TAGS; before++) {
            reached += forward[(i - 1) * TAGS + before] * joint[before * TAGS + tag];
          }
        }
        if (i == length - 1 && !Tags.ends(tag)) {
          reached = 0;
        }
        forward[i * TAGS + tag] = reached * emitted[i * TAGS + tag];
        sum += forward[i * TAGS + tag];
      }
      sums[i] = sum;
      for (int tag = 0; tag < TAGS; tag++) {
        forward[i * TAGS + tag] /= sum;
      }
    }
    double[] backward = new double[TAGS];
    for (int tag = 0; tag < TAGS; tag++) {
      backward[tag] = Tags.ends(tag) ? 1 : 0;
    }
    double[] next = new double[TAGS];
    for (int i = length - 1; i >= 0; i--) {
      for (int tag = 0; tag < TAGS; tag++) {
        tags[i * TAGS + tag] = forward[i * TAGS + tag] * backward[tag];
        next[tag] = emitted[i * TAGS + tag] * backward[tag] / sums[i];
      }
      if (i == 0) {
        break;
      }
      for (int before = 0; before < TAGS; before++) {
        double sum = 0;
        double weight = forward[(i - 1) * TAGS + before];
        for (int tag = 0; tag < TAGS; tag++) {
          double pair = joint[before * TAGS + tag] * next[tag];
          sum += pair;
          pairs[before * TAGS + tag] += weight * pair;
        }
        backward[before] = sum;
      }
    }
    for (int tag = 0; tag < TAGS; tag++) {
      pairs[TAGS * TAGS + tag] += tags[tag];
    }
  }
}
