package io.tidewatch.nlp.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import io.tidewatch.nlp.WordCutter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** CoreNLP's own Chinese segmenter, trained on the PKU corpus. Safe from any thread. */
final class CoreNlpWords implements WordCutter {
  private final CRFClassifier<CoreLabel> segmenter;

  /** Loads the model, which takes seconds and some hundreds of megabytes. */
  CoreNlpWords(Path models) {
    var properties = new Properties();
    properties.setProperty("sighanCorporaDict", models.toString());
    properties.setProperty(
        "serDictionary", models.resolve(DeepModels.DICTIONARY).toString());
    properties.setProperty("inputEncoding", "UTF-8");
    properties.setProperty("sighanPostProcessing", "true");
    segmenter = new CRFClassifier<>(properties);
    segmenter.loadClassifierNoExceptions(
        models.resolve(DeepModels.SEGMENTER).toString(), properties);
  }

  @Override
  public int[] wordEnds(char[] text, int from, int to) {
    // the segmenter drops white space and may rewrite characters: only lengths are taken from it
    String shown = new String(text, from, to - from);
    List<String> words = segmenter.segmentString(shown);
    int[] ends = new int[words.size() + 1];
    int count = 0;
    int at = from;
    for (String word : words) {
      int letters = word.codePointCount(0, word.length());
      for (int i = 0; i < letters && at < to; i++) {
        while (at < to && Character.isWhitespace(text[at])) {
          at++;
        }
        at += at < to && Character.isHighSurrogate(text[at]) && at + 1 < to ? 2 : 1;
      }
      at = Math.min(at, to);
      if (at > from && (count == 0 || ends[count - 1] < at)) {
        ends[count++] = at;
      }
    }
    if (to > from && (count == 0 || ends[count - 1] < to)) {
      ends[count++] = to;
    }
    return Arrays.copyOf(ends, count);
  }
}
