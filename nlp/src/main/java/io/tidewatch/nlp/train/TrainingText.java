package io.tidewatch.nlp.train;

import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.sentiment.Emoticons;
import io.tidewatch.nlp.sentiment.TextFeatures;
import java.util.stream.IntStream;

/**
 * A labelled text as the trainer sees it.
 *
 * @param evidence what the lexicons say
 * @param features hashes of {@link TextFeatures}
 * @param brief those of them that are 1- and 2-grams
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
    int[] brief,
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
        hashes.features.build().toArray(),
        hashes.brief.build().toArray(),
        Emoticons.of(evidence.text()),
        group,
        repeated,
        post);
  }

  boolean positive() {
    return text.positive();
  }

  private static final class Collector implements TextFeatures.Sink {
    private final IntStream.Builder features = IntStream.builder();
    private final IntStream.Builder brief = IntStream.builder();

    @Override
    public void brief(int hash) {
      features.add(hash);
      brief.add(hash);
    }

    @Override
    public void longer(int hash) {
      features.add(hash);
    }
  }
}
