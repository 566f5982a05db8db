package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the lexicons say of one phrase.
 *
 * @param sentiment score of a word, slang expression that judges by itself; NaN when it does not
 * @param emoticon score of an emoticon; NaN when it is none
 * @param degree factor of an adverb; NaN when it is none
 * @param spam what it says of a placed post; null when nothing
 * @param tone how words are meant; null when it says nothing of that
 */
record Cue(
    String phrase,
    double sentiment,
    double emoticon,
    double degree,
    Lexicons.@Nullable Negation negation,
    List<AspectTerm> terms,
    List<AspectScore> implicit,
    List<AspectScore> opinions,
    List<IntentWeight> intents,
    Lexicons.@Nullable SpamCue spam,
    Lexicons.@Nullable ToneKind tone) {

  /** The phrase names {@code aspect} in texts about {@code category}. */
  record AspectTerm(String category, String aspect) {}

  /** The phrase judges {@code aspect} in texts about {@code category}. */
  record AspectScore(String category, String aspect, double score) {}

  record IntentWeight(Intent intent, double weight) {}

  boolean judges() {
    return !Double.isNaN(sentiment) || !opinions.isEmpty() || !implicit.isEmpty();
  }

  /** Takes part in reading opinions, not only in intent. */
  boolean evaluates() {
    return judges()
        || negation != null
        || !Double.isNaN(degree)
        || !Double.isNaN(emoticon)
        || !terms.isEmpty();
  }

  /** The score it gives {@code aspect}; NaN when it cannot judge it. */
  double scoreFor(String aspect) {
    for (AspectScore opinion : opinions) {
      if (opinion.aspect().equals(aspect)) {
        return opinion.score();
      }
    }
    return sentiment;
  }

  /** The score without regard to an aspect; NaN when its sign depends on the aspect. */
  double generalScore() {
    if (!Double.isNaN(sentiment)) {
      return sentiment;
    }
    double sum = 0;
    boolean up = false;
    boolean down = false;
    for (AspectScore opinion : opinions) {
      sum += opinion.score();
      up |= opinion.score() > 0;
      down |= opinion.score() < 0;
    }
    return opinions.isEmpty() || (up && down) ? Double.NaN : sum / opinions.size();
  }
}
