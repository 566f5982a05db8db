package io.tidewatch.nlp.train;

import io.tidewatch.nlp.sentiment.Joint;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.sentiment.WeightTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Fits the parts of a model that are not joined yet: a classifier of reviews to which posts matter
 * little, one of posts to which reviews matter little, one that tells them apart, and the weights
 * of emoticons.
 */
final class Classifiers {
  private static final int WORD_BITS = 21;
  private static final int GATE_BITS = 16;
  private static final int EMOTICON_BITS = 14;
  private static final double POSTS_AMONG_REVIEWS = 0.03;
  private static final double REVIEWS_AMONG_POSTS = 0.03;
  private static final int WORD_EPOCHS = 6;
  private static final double WORD_RATE = 0.1;
  private static final double WORD_DECAY = 1e-5;
  private static final double SVM_SLOPE = 3;
  private static final double GATE_SLOPE = 3;
  private static final double SURE = 20;
  private static final int EMOTICON_EPOCHS = 15;
  private static final double EMOTICON_RATE = 0.2;
  private static final double EMOTICON_DECAY = 1e-3;

  private final long seed;

  Classifiers(long seed) {
    this.seed = seed;
  }

  /** A model whose coefficients are those of {@code joint}. */
  SentimentModel fit(List<TrainingText> texts, Joint joint) {
    RandomGenerator random = new SplittableRandom(seed);
    var review = words(texts, 1, POSTS_AMONG_REVIEWS, random);
    var post = words(texts, REVIEWS_AMONG_POSTS, 1, random);
    var gate = gate(texts, random);
    return new SentimentModel(
        WeightTable.of(WORD_BITS, review.weights(), post.weights()),
        WeightTable.of(GATE_BITS, gate.weights()),
        WeightTable.of(EMOTICON_BITS, emoticons(texts, random)),
        new double[] {review.intercept(), post.intercept(), gate.intercept()},
        joint);
  }

  /**
   * The sum of two linear classifiers that err differently: a support vector machine and a logistic
   * regression on the features that it keeps.
   */
  private static NaiveBayesSvm.Fitted words(
      List<TrainingText> texts, double reviewCost, double postCost, RandomGenerator random) {
    var examples = new ArrayList<NaiveBayesSvm.Example>(texts.size());
    for (TrainingText text : texts) {
      examples.add(new NaiveBayesSvm.Example(
          text.features(), text.positive(), text.post() ? postCost : reviewCost));
    }
    var svm = new NaiveBayesSvm(WORD_BITS).fit(examples, random);
    var kept = new ArrayList<SparseLogisticRegression.Example>(examples.size());
    for (NaiveBayesSvm.Example example : examples) {
      int[] features = example.features();
      kept.add(new SparseLogisticRegression.Example(
          Arrays.stream(features)
              .filter(f -> svm.weights()[f & (1 << WORD_BITS) - 1] != 0)
              .toArray(),
          1 / Math.sqrt(Math.max(1, features.length)),
          example.positive(),
          example.cost()));
    }
    float[] weights = new SparseLogisticRegression(WORD_BITS, WORD_EPOCHS, WORD_RATE, WORD_DECAY)
        .fit(kept, random);
    for (int f = 0; f < weights.length; f++) {
      weights[f] += (float) SVM_SLOPE * svm.weights()[f];
    }
    return new NaiveBayesSvm.Fitted(weights, SVM_SLOPE * svm.intercept());
  }

  private static NaiveBayesSvm.Fitted gate(List<TrainingText> texts, RandomGenerator random) {
    long posts = texts.stream().filter(TrainingText::post).count();
    if (posts == 0 || posts == texts.size()) {
      return new NaiveBayesSvm.Fitted(new float[1 << GATE_BITS], posts == 0 ? -SURE : SURE);
    }
    var examples = new ArrayList<NaiveBayesSvm.Example>(texts.size());
    for (TrainingText text : texts) {
      examples.add(new NaiveBayesSvm.Example(text.brief(), text.post(), 1));
    }
    var fitted = new NaiveBayesSvm(GATE_BITS).fit(examples, random);
    float[] weights = fitted.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= (float) GATE_SLOPE;
    }
    return new NaiveBayesSvm.Fitted(weights, fitted.intercept() * GATE_SLOPE);
  }

  private static float[] emoticons(List<TrainingText> texts, RandomGenerator random) {
    var examples = new ArrayList<SparseLogisticRegression.Example>();
    for (TrainingText text : texts) {
      if (text.emoticons().length > 0) {
        examples.add(new SparseLogisticRegression.Example(text.emoticons(), 1, text.positive(), 1));
      }
    }
    return new SparseLogisticRegression(
            EMOTICON_BITS, EMOTICON_EPOCHS, EMOTICON_RATE, EMOTICON_DECAY)
        .fit(examples, random);
  }
}
