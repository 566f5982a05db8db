package io.tidewatch.nlp.train;

import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.sentiment.Emoticons;
import io.tidewatch.nlp.sentiment.TextFeatures;
import java.util.Arrays;

/**
 * A labelled text as the trainer sees it.
 *
 * @param evidence what the lexicons say
 * @param features hashes of {@link TextFeatures}
 * @param emoticons hashes of {@link Emoticons}
 * @param group what {@link NearDuplicates} calls it
 * @param repeated whether an equal text of another domain came before
 * @param post whether its domain holds posts rather than reviews
 */
@SuppressWarnings("ArrayRecordComponent")
record TrainingText(
    LabelledText text,
    EvidenceReader.Evidence evidence,
    int[] features,
    int[] emoticons,
    long group,
    boolean repeated,
    boolean post) {

  static TrainingText of(
      LabelledText text,
      EvidenceReader.Evidence evidence,
      long group,
      boolean repeated,
      boolean post) {
    var hashes = new Collector();
    TextFeatures.each(evidence.text(), evidence.wordEnds(), hashes);
    return new TrainingText(
        text,
        evidence,
        Arrays.copyOf(hashes.values, hashes.count),
        Emoticons.of(evidence.text()),
        group,
        repeated,
        post);
  }

  boolean positive() {
    return text.positive();
  }

  private static final class Collector implements TextFeatures.Sink {
    private int[] values = new int[256];
    private int count;

    @Override
    public void feature(int hash) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = hash;
    }
  }
}
