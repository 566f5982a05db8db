package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons.ToneKind;
import io.tidewatch.nlp.intent.IntentModel;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.List;
import java.util.Map;

/**
 * What lexicons and layout say of a text's purpose, as numbers near 0 to 1: cues of each intent,
 * judgements, questions, signs of selling, tones, names, quoted words, length, digits. Stateless.
 */
final class IntentEvidence {
  private static final List<ToneKind> TONES = List.of(ToneKind.values());
  private static final Map<String, Integer> SPAM = Map.of(
      "contact",
      0,
      "selling",
      1,
      "lottery",
      2,
      "follow-begging",
      3,
      "money-bait",
      4,
      "paid-placement",
      5);
  private static final int SPAM_FROM = IntentModel.CLASSES;
  private static final int TONE_FROM = SPAM_FROM + SPAM.size();
  private static final int REST = TONE_FROM + TONES.size();

  /** How many numbers there are. */
  static final int SIZE = REST + 19;

  private IntentEvidence() {}

  static double[] of(Reading reading, DocumentSentiment.Verdict said) {
    double[] x = new double[SIZE];
    for (CueHit hit : reading.intents()) {
      for (Cue.IntentWeight cue : hit.cue().intents()) {
        x[IntentModel.indexOf(cue.intent())] += cue.weight() / 2;
      }
    }
    for (CueHit hit : reading.spam()) {
      var spam = hit.cue().spam();
      Integer at = spam == null ? null : SPAM.get(spam.reason());
      if (spam != null && at != null) {
        x[SPAM_FROM + at] += spam.weight();
      }
    }
    for (CueHit hit : reading.tones()) {
      var tone = hit.cue().tone();
      if (tone != null) {
        x[TONE_FROM + TONES.indexOf(tone)] += 0.5;
      }
    }
    for (int i = 0; i < REST; i++) {
      x[i] = Math.min(x[i], 1.5);
    }
    int at = REST;
    x[at++] = said.judges() ? 1 : 0;
    x[at++] = Math.max(0, said.lexicon());
    x[at++] = Math.max(0, -said.lexicon());
    x[at++] = Math.max(0, said.emoticon());
    x[at++] = Math.max(0, -said.emoticon());
    asked(reading, x, at);
    at += 2;
    names(reading, x, at);
    at += 3;
    layout(reading, x, at);
    return x;
  }

  private static void asked(Reading reading, double[] x, int at) {
    List<Clause> clauses = reading.clauses();
    for (Clause clause : clauses) {
      if (clause.asked()) {
        x[at] = 1;
      }
    }
    x[at + 1] = clauses.getLast().asked() ? 1 : 0;
  }

  private static void names(Reading reading, double[] x, int at) {
    int own = 0;
    for (Linked name : reading.names()) {
      if (!reading.quoted(name)) {
        own++;
      }
    }
    x[at] = own > 0 ? 1 : 0;
    x[at + 1] = Math.min(own, 6) / 3.0;
    int terms = 0;
    for (CueHit hit : reading.cues()) {
      terms += hit.cue().terms().isEmpty() ? 0 : 1;
    }
    x[at + 2] = Math.min(terms, 4) / 2.0;
  }

  private static void layout(Reading reading, double[] x, int from) {
    NormalText text = reading.text();
    int end = reading.end();
    int digits = 0;
    int marks = 0;
    int exclaimed = 0;
    int handles = 0;
    int symbols = 0;
    for (int i = 0; i < end; i++) {
      char c = text.at(i);
      if (Characters.asciiDigit(c)) {
        digits++;
      } else if (c == '?') {
        marks++;
      } else if (c == '!') {
        exclaimed++;
      } else if (c == '@') {
        handles++;
      } else if (Character.isSurrogate(c)) {
        symbols++;
      }
    }
    int at = from;
    x[at++] = Math.min(marks, 2) / 2.0;
    x[at++] = Math.min(exclaimed, 4) / 4.0;
    x[at++] = Math.min(handles, 2) / 2.0;
    x[at++] = Math.min(symbols, 6) / 6.0;
    x[at++] = Math.min(digits, 12) / 12.0;
    x[at++] = text.hashtags().isEmpty() ? 0 : 1;
    x[at++] = text.ownEnd() < text.length() ? 1 : 0;
    x[at++] = Math.min(1, end / 100.0);
    x[at] = Math.min(1, reading.clauses().size() / 8.0);
  }
}
