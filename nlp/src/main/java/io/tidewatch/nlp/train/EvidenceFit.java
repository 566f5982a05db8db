package io.tidewatch.nlp.train;

import io.tidewatch.nlp.sentiment.SentimentModel;
import java.util.List;

/**
 * Fits how n-grams, lexicon and emoticons join: logistic regression on held-out texts by gradient
 * ascent, so that the result is calibrated. What is labelled are mostly reviews, and what is read
 * are mostly posts: there n-grams of reviews lean to the negative and lexicons carry over better, so
 * bias and lexicon are raised by constants chosen on the shipped sample posts.
 */
final class EvidenceFit {
  private static final int COLUMNS = 4;
  private static final int STEPS = 400;
  private static final double RATE = 1.0;
  private static final double BIAS_FOR_POSTS = 0.2;
  private static final double LEXICON_FOR_POSTS = 0.6;

  private EvidenceFit() {}

  /** One held-out text. {@code trusted}: its label was not made from its emoticons. */
  record Row(double ngram, double lexicon, double emoticon, boolean positive, boolean trusted) {}

  static SentimentModel.Joint fit(List<Row> rows, double threshold) {
    double[] w = {0, 1, 0, 0};
    double[] squares = new double[COLUMNS];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[COLUMNS];
      for (Row row : rows) {
        double emoticon = row.trusted() ? row.emoticon() : 0;
        double z = w[0] + w[1] * row.ngram() + w[2] * row.lexicon() + w[3] * emoticon;
        double error = (row.positive() ? 1 : 0) - 1 / (1 + Math.exp(-z));
        gradient[0] += error;
        gradient[1] += error * row.ngram();
        gradient[2] += error * row.lexicon();
        gradient[3] += error * emoticon;
      }
      for (int i = 0; i < COLUMNS; i++) {
        double g = gradient[i] / Math.max(1, rows.size());
        squares[i] += g * g;
        w[i] += RATE * 0.1 * g / (Math.sqrt(squares[i]) + 1e-9);
      }
    }
    return new SentimentModel.Joint(
        w[0] + BIAS_FOR_POSTS, w[1], w[2] + LEXICON_FOR_POSTS, w[3], threshold);
  }
}
