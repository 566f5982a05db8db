package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator.TargetOpinion;
import io.tidewatch.nlp.sentiment.SentimentModel;
import java.util.ArrayList;
import java.util.List;

/** Judges given spans by the words around them. Immutable. */
final class TargetSentiment {
  private static final double NEUTRAL = 0.15;
  private static final double REACH = 12;

  private final SentimentModel model;

  TargetSentiment(SentimentModel model) {
    this.model = model;
  }

  List<TargetOpinion> judge(Reading reading, List<Span> targets) {
    var out = new ArrayList<TargetOpinion>(targets.size());
    for (Span target : targets) {
      out.add(new TargetOpinion(target, judge(reading, target)));
    }
    return out;
  }

  private Sentiment judge(Reading reading, Span target) {
    int from = reading.text().positionOf(target.start());
    int to = Math.max(from, reading.text().positionOf(target.end()));
    int at = Clause.at(reading.clauses(), from);
    Clause clause = reading.clauses().get(at);
    double near = 0;
    boolean judged = false;
    for (Opinion opinion : reading.opinions()) {
      double score = opinion.score();
      if (Double.isNaN(score)) {
        continue;
      }
      int gap = opinion.start >= to ? opinion.start - to : Math.max(0, from - opinion.end);
      double weight = Math.exp(-gap / REACH) * (opinion.clause == at ? 1 : 0.35);
      near += score * weight;
      judged |= opinion.clause == at && Math.abs(score) > NEUTRAL;
    }
    double ngram =
        model.ngramScore(reading.text(), clause.start(), Math.max(clause.start(), clause.end()));
    double odds = model.logOdds(ngram, Math.tanh(1.5 * near), 0);
    double positive = 1 / (1 + Math.exp(-odds));
    double confidence = Math.max(positive, 1 - positive);
    Polarity polarity = positive >= 0.5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    if (!judged && confidence < 0.8) {
      polarity = Polarity.NEUTRAL;
    } else if (confidence < model.joint().threshold()) {
      polarity = Polarity.UNCERTAIN;
    }
    return new Sentiment(polarity, 2 * positive - 1, confidence);
  }
}
