package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator.TargetOpinion;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.target.TargetModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges given spans: a classifier over the words around them, the document classifier on clause
 * and text, opinions by their distance, the tone of the text and the part in a comparison, joined by
 * a logistic regression (docs/models/targets.md). Immutable.
 */
final class TargetSentiment {
  private static final double JUDGED = 0.53;
  /** A comparison outweighs what the same words say of the other side. */
  private static final double COMPARED = 2;

  private static final double ABSTAINS = 0.505;

  private final SentimentModel model;
  private final TargetModel targets;
  private final TargetEvidence evidence;

  TargetSentiment(SentimentModel model, TargetModel targets) {
    this.model = model;
    this.targets = targets;
    evidence = new TargetEvidence(model);
  }

  List<TargetOpinion> judge(Reading reading, List<Span> spans) {
    var out = new ArrayList<TargetOpinion>(spans.size());
    double whole = model.ngramScore(reading.text(), 0, reading.end());
    Tone tone = Tone.of(reading, model);
    for (Span span : spans) {
      out.add(new TargetOpinion(span, judge(reading, span, whole, tone)));
    }
    return out;
  }

  private Sentiment judge(Reading reading, Span span, double whole, Tone tone) {
    int from = reading.text().positionOf(span.start());
    int to = Math.max(from, reading.text().positionOf(span.end()));
    TargetEvidence.Of said = evidence.read(reading, from, to, whole, tone);
    double[] scores = targets.scores(reading.text(), reading.end(), from, to);
    double odds = targets.logOdds(scores, said.values()) + COMPARED * said.role();
    double positive = 1 / (1 + Math.exp(-odds));
    double confidence = Math.max(positive, 1 - positive);
    Polarity polarity = positive >= 0.5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    if (said.equal() || (!said.judged() && confidence < JUDGED)) {
      polarity = Polarity.NEUTRAL;
    } else if (confidence < ABSTAINS) {
      polarity = Polarity.UNCERTAIN;
    }
    return new Sentiment(polarity, 2 * positive - 1, confidence);
  }
}
