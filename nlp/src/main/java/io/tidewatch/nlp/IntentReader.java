package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;

/** Decides what a text is for from the weights of its cues. Stateless. */
final class IntentReader {
  private static final double ENOUGH = 0.8;

  /** {@code confidence} is the winner's share of all weight, 0 to 1. */
  record Verdict(Intent intent, double confidence) {}

  Verdict read(Reading reading, Hints hints, boolean judges, boolean negative) {
    double[] weights = new double[Intent.values().length];
    for (CueHit hit : reading.intents()) {
      for (Cue.IntentWeight cue : hit.cue().intents()) {
        weights[cue.intent().ordinal()] += cue.weight();
      }
    }
    if (judges) {
      weights[Intent.REVIEW.ordinal()] += 1;
      if (negative) {
        weights[Intent.COMPLAINT.ordinal()] += 0.2;
      }
    }
    if (hints.productId() != null) {
      weights[Intent.REVIEW.ordinal()] += 1.5;
    }
    for (Clause clause : reading.clauses()) {
      if (clause.asked()) {
        weights[Intent.QUESTION.ordinal()] += 0.7;
        break;
      }
    }
    double all = 0;
    Intent best = Intent.OTHER;
    double most = 0;
    for (Intent intent : Intent.values()) {
      double weight = weights[intent.ordinal()];
      all += weight;
      if (weight > most) {
        most = weight;
        best = intent;
      }
    }
    if (most < ENOUGH) {
      return new Verdict(Intent.OTHER, 1 - most / 2);
    }
    return new Verdict(best, most / all);
  }
}
