package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;
import java.util.EnumMap;
import java.util.Map;

/** Decides what a text is for from the weights of its cues. Stateless. */
final class IntentReader {
  private static final double ENOUGH = 0.8;
  /** Confidence that a text which names something and has no other purpose tells of it. */
  private static final double TOLD = 0.5;

  /** {@code confidence} is the winner's share of all weight, 0 to 1. */
  record Verdict(Intent intent, double confidence) {}

  Verdict read(Reading reading, Hints hints, DocumentSentiment.Verdict said) {
    Map<Intent, Double> weights = new EnumMap<>(Intent.class);
    for (CueHit hit : reading.intents()) {
      for (Cue.IntentWeight cue : hit.cue().intents()) {
        weights.merge(cue.intent(), cue.weight(), Double::sum);
      }
    }
    if (said.judges()) {
      weights.merge(Intent.REVIEW, 1.0, Double::sum);
      if (said.lexicon() + said.emoticon() < 0) {
        weights.merge(Intent.COMPLAINT, 0.2, Double::sum);
      }
    }
    if (hints.productId() != null) {
      weights.merge(Intent.REVIEW, 1.5, Double::sum);
    }
    for (Clause clause : reading.clauses()) {
      if (clause.asked()) {
        weights.merge(Intent.QUESTION, 0.7, Double::sum);
        break;
      }
    }
    double all = 0;
    Intent best = Intent.OTHER;
    double most = 0;
    for (var entry : weights.entrySet()) {
      double weight = entry.getValue();
      all += weight;
      if (weight > most) {
        most = weight;
        best = entry.getKey();
      }
    }
    if (most < ENOUGH) {
      return names(reading)
          ? new Verdict(Intent.REVIEW, TOLD)
          : new Verdict(Intent.OTHER, 1 - most / 2);
    }
    return new Verdict(best, most / all);
  }

  private static boolean names(Reading reading) {
    for (Linked name : reading.names()) {
      if (!reading.quoted(name)) {
        return true;
      }
    }
    return false;
  }
}
