package io.tidewatch.nlp.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import io.tidewatch.nlp.DeepReader.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** CoreNLP's named entities: finds organisations that the catalogue does not name. Thread-safe. */
final class CoreNlpNames {
  private static final String ORGANIZATION = "ORGANIZATION";

  private final CRFClassifier<CoreLabel> classifier;

  CoreNlpNames(Path models) {
    var properties = new Properties();
    classifier = new CRFClassifier<>(properties);
    classifier.loadClassifierNoExceptions(models.resolve(DeepModels.NAMES).toString(), properties);
  }

  /** Ranges of tokens, [from, to), that name an organisation and hold no known name. */
  List<int[]> organizations(List<Token> sentence) {
    var labels = new ArrayList<CoreLabel>(sentence.size());
    for (int i = 0; i < sentence.size(); i++) {
      CoreLabel label = new CoreLabel();
      label.setWord(sentence.get(i).word());
      label.set(CoreAnnotations.TextAnnotation.class, sentence.get(i).word());
      label.setIndex(i + 1);
      labels.add(label);
    }
    List<CoreLabel> tagged = classifier.classifySentence(labels);
    var found = new ArrayList<int[]>();
    for (int i = 0; i < tagged.size(); ) {
      int from = i;
      boolean free = true;
      while (i < tagged.size()
          && ORGANIZATION.equals(tagged.get(i).get(CoreAnnotations.AnswerAnnotation.class))) {
        free &= sentence.get(i).mention() < 0;
        i++;
      }
      if (i > from && free) {
        found.add(new int[] {from, i});
      }
      i = Math.max(i, from + 1);
    }
    return found;
  }
}
