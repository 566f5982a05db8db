package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.nlp.sentiment.SentimentModel;

/**
 * Joins the classifier with what the lexicons found in the author's own words. A question, an
 * advertisement, and a text without any judging word unless the classifier is very sure, are
 * neutral; an unsure one that the lexicons do not back is uncertain. Immutable.
 */
final class DocumentSentiment {
  private static final double SURE_WITHOUT_CUES = 0.9;
  /** What irony, doubt and facts against a thing add to the log-odds. */
  private static final double TONE = 1.8;

  private final SentimentModel model;

  DocumentSentiment(SentimentModel model) {
    this.model = model;
  }

  /** The lexicons' verdicts, each from -1 to 1. */
  record Verdict(double lexicon, double emoticon, boolean judges) {}

  static Verdict verdict(Reading reading) {
    double sum = 0;
    boolean judges = false;
    for (Opinion opinion : reading.opinions()) {
      double score = opinion.score();
      if (!Double.isNaN(score)) {
        sum += score * reading.weight(opinion.clause);
        judges |= Math.abs(score) > NamePolarities.JUDGED;
      }
    }
    double emoticons = 0;
    for (CueHit hit : reading.cues()) {
      if (!Double.isNaN(hit.cue().emoticon())) {
        emoticons += hit.cue().emoticon();
        judges |= Math.abs(hit.cue().emoticon()) > 0.3;
      }
    }
    return new Verdict(Math.tanh(sum), Math.tanh(emoticons), judges);
  }

  Sentiment judge(Reading reading, Verdict verdict, Intent intent) {
    if (reading.text().length() == 0) {
      return new Sentiment(Polarity.NEUTRAL, 0, 0.5);
    }
    var evidence = model.read(reading.text(), reading.wordEnds());
    Tone tone = Tone.of(reading, model);
    double lexicon = tone.plain() ? verdict.lexicon() : heard(reading, tone);
    boolean named = !reading.names().isEmpty();
    double odds = model.logOdds(evidence, lexicon, verdict.emoticon(), named) + TONE * tone.whole();
    double positive = 1 / (1 + Math.exp(-odds));
    double confidence = Math.max(positive, 1 - positive);
    Polarity forced = positive >= 0.5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    Polarity polarity = forced;
    boolean asksOrSells = intent == Intent.ADVERTISEMENT || intent == Intent.QUESTION;
    if (asksOrSells || (!verdict.judges() && confidence < SURE_WITHOUT_CUES)) {
      polarity = Polarity.NEUTRAL;
    } else if (confidence < model.joint().threshold() && !backed(verdict, forced)) {
      polarity = Polarity.UNCERTAIN;
    }
    return new Sentiment(polarity, 2 * positive - 1, confidence);
  }

  /** The lexicons' verdict on words as they are meant. */
  private static double heard(Reading reading, Tone tone) {
    double sum = 0;
    for (Opinion opinion : reading.opinions()) {
      double score = tone.heard(opinion);
      if (!Double.isNaN(score)) {
        sum += score * reading.weight(opinion.clause);
      }
    }
    return Math.tanh(sum);
  }

  private static boolean backed(Verdict verdict, Polarity forced) {
    double said = forced == Polarity.POSITIVE ? verdict.lexicon() : -verdict.lexicon();
    return said > NamePolarities.JUDGED;
  }
}
