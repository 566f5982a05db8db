package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.hanlp.NaiveBayesTexts;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import io.tidewatch.nlp.train.LabelledText;
import io.tidewatch.nlp.train.NearDuplicates;
import io.tidewatch.nlp.train.NgramBaseline;
import io.tidewatch.nlp.train.SentimentTrainer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Our recipe and the baselines, trained on the same texts: those given, without those that equal or
 * nearly equal a text they are tested on.
 *
 * @param used texts that trained
 * @param dropped texts left out for being too near to a test text
 */
public record SentimentTraining(
    SentimentModel model, List<Baseline> baselines, int used, int dropped) {
  public SentimentTraining {
    baselines = List.copyOf(baselines);
  }

  /** A named system that says whether a text is positive. */
  public record Baseline(String name, Predicate<String> positive) {}

  /**
   * Trains everything.
   *
   * @throws IllegalArgumentException when fewer than 100 texts are left, or only of one label
   */
  public static SentimentTraining of(
      List<LabelledText> given,
      List<LabelledText> test,
      Catalogue catalogue,
      Lexicons lexicons,
      long seed) {
    var normalizer = new TextNormalizer(new SimplifiedCharacters());
    List<NormalText> normal = Stream.concat(test.stream(), given.stream())
        .map(t -> normalizer.normalize(t.text()))
        .toList();
    long[] groups = NearDuplicates.groups(normal);
    Set<Long> tested = new HashSet<>();
    for (int i = 0; i < test.size(); i++) {
      tested.add(groups[i]);
    }
    var texts = new ArrayList<LabelledText>();
    for (int i = 0; i < given.size(); i++) {
      if (!tested.contains(groups[test.size() + i])) {
        texts.add(given.get(i));
      }
    }
    SentimentModel model = new SentimentTrainer(catalogue, lexicons, seed).trainOnAll(texts);
    var ngrams = NgramBaseline.fit(texts, normalizer, seed);
    var bayes = new NaiveBayesTexts(texts(texts, true), texts(texts, false));
    return new SentimentTraining(
        model,
        List.of(
            new Baseline("HanLP naive Bayes", bayes::positive),
            new Baseline("n-gram logistic regression", ngrams::positive)),
        texts.size(),
        given.size() - texts.size());
  }

  private static List<String> texts(List<LabelledText> texts, boolean positive) {
    return texts.stream()
        .filter(t -> t.positive() == positive)
        .map(LabelledText::text)
        .toList();
  }
}
