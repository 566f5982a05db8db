package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.nlp.intent.IntentModel;
import io.tidewatch.nlp.intent.IntentNgrams;

/** Decides what a text is for, by a classifier of its letters and cues. Immutable. */
final class IntentReader {
  /** What it adds to the score of a review that the text is written below a product. */
  private static final double BELOW_A_PRODUCT = 2;

  private static final int REVIEW = IntentModel.indexOf(Intent.REVIEW);

  private final IntentModel model;

  IntentReader(IntentModel model) {
    if (model.evidence() != IntentEvidence.SIZE) {
      throw new IllegalArgumentException("intent model: " + IntentEvidence.SIZE
          + " pieces of evidence are required, got " + model.evidence());
    }
    this.model = model;
  }

  /** {@code confidence} is the probability of the intent, 0 to 1. */
  record Verdict(Intent intent, double confidence) {}

  Verdict read(Reading reading, Hints hints, DocumentSentiment.Verdict said) {
    if (reading.end() == 0) {
      return new Verdict(Intent.OTHER, 1);
    }
    double[] odds = model.scores(
        IntentNgrams.of(reading.text(), reading.end()), IntentEvidence.of(reading, said));
    if (hints.productId() != null) {
      odds[REVIEW] += BELOW_A_PRODUCT;
    }
    IntentModel.softmax(odds);
    int best = IntentModel.best(odds);
    return new Verdict(IntentModel.INTENTS.get(best), Math.min(1, odds[best]));
  }
}
