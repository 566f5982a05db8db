package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.intent.IntentModel;
import io.tidewatch.nlp.intent.IntentNgrams;

/** Reads texts for the intent classifier as the fast lane does. Safe from any thread. */
public final class IntentEvidenceReader {
  private static final double ENOUGH = 0.8;

  private final FastReader reader;

  public IntentEvidenceReader(Catalogue catalogue, Lexicons lexicons) {
    reader = new FastReader(catalogue, lexicons);
  }

  /**
   * What the classifier sees of one text.
   *
   * @param ngrams hashes of {@link IntentNgrams}
   * @param pieces {@link #size()} pieces of evidence
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Evidence(int[] ngrams, double[] pieces) {}

  /** How many pieces of evidence there are. */
  public static int size() {
    return IntentEvidence.SIZE;
  }

  /** Reads {@code text}. */
  public Evidence read(String text) {
    Reading reading = reader.read(text, Hints.NONE);
    return new Evidence(
        IntentNgrams.of(reading.text(), reading.end()),
        IntentEvidence.of(reading, DocumentSentiment.verdict(reading)));
  }

  /**
   * The intent with the largest sum of its cues' weights, where a judging word counts 1 for a
   * review and a question mark 0.7 for a question; {@link Intent#OTHER} below 0.8.
   */
  public Intent vote(String text) {
    Reading reading = reader.read(text, Hints.NONE);
    double[] votes = new double[IntentModel.CLASSES];
    for (CueHit hit : reading.intents()) {
      for (Cue.IntentWeight cue : hit.cue().intents()) {
        votes[IntentModel.indexOf(cue.intent())] += cue.weight();
      }
    }
    if (DocumentSentiment.verdict(reading).judges()) {
      votes[IntentModel.indexOf(Intent.REVIEW)] += 1;
    }
    if (reading.clauses().stream().anyMatch(Clause::asked)) {
      votes[IntentModel.indexOf(Intent.QUESTION)] += 0.7;
    }
    int best = IntentModel.best(votes);
    return votes[best] < ENOUGH ? Intent.OTHER : IntentModel.INTENTS.get(best);
  }
}
