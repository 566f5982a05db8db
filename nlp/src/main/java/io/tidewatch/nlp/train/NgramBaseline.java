package io.tidewatch.nlp.train;

import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The plain baseline: logistic regression over hashed character 1- to 3-grams of the normalised
 * text, emoticons spelled out. Immutable and safe from any thread.
 */
public final class NgramBaseline {
  private static final int BITS = 20;
  private static final int LONGEST = 3;
  private static final int EPOCHS = 10;
  private static final double RATE = 0.1;
  private static final double DECAY = 1e-5;

  private final TextNormalizer normalizer;
  private final float[] weights;

  private NgramBaseline(TextNormalizer normalizer, float[] weights) {
    this.normalizer = normalizer;
    this.weights = weights;
  }

  /** Trains on texts; the same seed gives the same weights. */
  public static NgramBaseline fit(List<LabelledText> texts, TextNormalizer normalizer, long seed) {
    var examples = new ArrayList<SparseLogisticRegression.Example>(texts.size());
    for (LabelledText text : texts) {
      int[] features = features(normalizer.normalize(text.text()));
      examples.add(
          new SparseLogisticRegression.Example(features, value(features), text.positive(), 1));
    }
    return new NgramBaseline(
        normalizer,
        new SparseLogisticRegression(BITS, EPOCHS, RATE, DECAY)
            .fit(examples, new SplittableRandom(seed)));
  }

  /** Whether a text is likelier positive. */
  public boolean positive(String text) {
    double sum = 0;
    for (int f : features(normalizer.normalize(text))) {
      sum += weights[f & (1 << BITS) - 1];
    }
    return sum >= 0;
  }

  private static double value(int[] features) {
    return 1 / Math.sqrt(Math.max(1, features.length));
  }

  private static int[] features(NormalText text) {
    int n = text.length();
    int[] features = new int[LONGEST * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      int hash = 0;
      for (int k = i; k < Math.min(n, i + LONGEST); k++) {
        hash = (hash + text.at(k) + 1) * 0x9E3779B1;
        features[count++] = hash ^ hash >>> 15;
      }
    }
    return java.util.Arrays.copyOf(features, count);
  }
}
