package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.classification.classifiers.NaiveBayesClassifier;
import com.hankcs.hanlp.classification.corpus.MemoryDataSet;
import com.hankcs.hanlp.classification.utilities.io.ConsoleLogger;
import com.hankcs.hanlp.classification.utilities.io.ILogger;
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
    train(classifier, data);
  }

  /** HanLP tells its progress on standard output, which belongs to answers; here it keeps quiet. */
  private static synchronized void train(NaiveBayesClassifier classifier, MemoryDataSet data) {
    ILogger before = ConsoleLogger.logger;
    ConsoleLogger.logger = new Quiet();
    try {
      classifier.train(data);
    } finally {
      ConsoleLogger.logger = before;
    }
  }

  private static final class Quiet implements ILogger {
    @Override
    public void out(String format, Object... values) {}

    @Override
    public void err(String format, Object... values) {}

    @Override
    public void start(String format, Object... values) {}

    @Override
    public void finish(String format, Object... values) {}
  }

  /** Whether a text is likelier positive. */
  public boolean positive(String text) {
    return classifier.classify(text).equals(POSITIVE);
  }
}
