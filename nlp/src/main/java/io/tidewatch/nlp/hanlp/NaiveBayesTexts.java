package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.classification.classifiers.NaiveBayesClassifier;
import com.hankcs.hanlp.classification.corpus.MemoryDataSet;
import java.util.List;

/**
 * HanLP's own text classifier, multinomial naive Bayes over its tokens after chi-square selection,
 * as a baseline. Safe from any thread once trained.
 */
public final class NaiveBayesTexts {
  private static final String POSITIVE = "positive";
  private static final String NEGATIVE = "negative";

  private final NaiveBayesClassifier classifier = new NaiveBayesClassifier();

  /** Trains on texts of two classes; each list holds at least one. */
  public NaiveBayesTexts(List<String> positive, List<String> negative) {
    if (positive.isEmpty() || negative.isEmpty()) {
      throw new IllegalArgumentException("train: texts of both labels are required, got "
          + positive.size()
          + " positive and "
          + negative.size()
          + " negative");
    }
    var data = new MemoryDataSet();
    positive.forEach(text -> data.add(POSITIVE, text));
    negative.forEach(text -> data.add(NEGATIVE, text));
    classifier.train(data);
  }

  /** Whether a text is likelier positive. */
  public boolean positive(String text) {
    return classifier.classify(text).equals(POSITIVE);
  }
}
