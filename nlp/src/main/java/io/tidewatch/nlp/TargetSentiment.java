package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator.TargetOpinion;
import io.tidewatch.nlp.sentiment.SentimentModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges given spans by the words around them: the classifier on the span's clause and on the whole
 * text, and the opinions by their distance. The coefficients are a logistic regression fitted on
 * public aspect sets (docs/models/sentiment.md). Immutable.
 */
final class TargetSentiment {
  private static final double BIAS = 0.3;
  private static final double CLAUSE = 0.5;
  private static final double TEXT = 0.55;
  private static final double NEAR = 1.45;
  private static final double SAME_CLAUSE = 1.35;
  private static final double REACH = 12;
  private static final double CLOSE = 6;
  private static final double JUDGED = 0.6;
  private static final double ABSTAINS = 0.53;

  private final SentimentModel model;

  TargetSentiment(SentimentModel model) {
    this.model = model;
  }

  List<TargetOpinion> judge(Reading reading, List<Span> targets) {
    var out = new ArrayList<TargetOpinion>(targets.size());
    double whole = model.ngramScore(reading.text(), 0, reading.end());
    for (Span target : targets) {
      out.add(new TargetOpinion(target, judge(reading, target, whole)));
    }
    return out;
  }

  private Sentiment judge(Reading reading, Span target, double whole) {
    int from = reading.text().positionOf(target.start());
    int to = Math.max(from, reading.text().positionOf(target.end()));
    int at = Clause.at(reading.clauses(), from);
    Clause clause = reading.clauses().get(at);
    double near = 0;
    double same = 0;
    boolean judged = false;
    for (Opinion opinion : reading.opinions()) {
      double score = opinion.score();
      if (Double.isNaN(score)) {
        continue;
      }
      int gap = opinion.start >= to ? opinion.start - to : Math.max(0, from - opinion.end);
      near += score * Math.exp(-gap / REACH);
      if (opinion.clause == at) {
        same += score * Math.exp(-gap / CLOSE);
        judged = true;
      }
    }
    double odds = BIAS
        + CLAUSE * model.ngramScore(reading.text(), clause.start(), clause.end())
        + TEXT * whole
        + NEAR * Math.tanh(near)
        + SAME_CLAUSE * Math.tanh(1.5 * same);
    double positive = 1 / (1 + Math.exp(-odds));
    double confidence = Math.max(positive, 1 - positive);
    Polarity polarity = positive >= 0.5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    if (!judged && confidence < JUDGED) {
      polarity = Polarity.NEUTRAL;
    } else if (confidence < ABSTAINS) {
      polarity = Polarity.UNCERTAIN;
    }
    return new Sentiment(polarity, 2 * positive - 1, confidence);
  }
}
