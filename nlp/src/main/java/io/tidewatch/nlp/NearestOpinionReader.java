package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;

/**
 * A baseline for targets: the score of the judging word that stands nearest, negation and degree
 * included. Safe from any thread.
 */
public final class NearestOpinionReader {
  private final FastReader reader;

  public NearestOpinionReader(Catalogue catalogue, Lexicons lexicons) {
    reader = new FastReader(catalogue, lexicons);
  }

  /** From -1 to 1; the later of two words that are equally near; 0 when no word judges. */
  public double read(String text, Span target) {
    Reading reading = reader.read(text, Hints.NONE);
    int from = reading.text().positionOf(target.start());
    int to = reading.text().positionOf(target.end());
    double score = 0;
    int nearest = Integer.MAX_VALUE;
    for (Opinion opinion : reading.opinions()) {
      int distance = Math.max(0, Math.max(opinion.hit.start() - to, from - opinion.hit.end()));
      if (distance <= nearest && !Double.isNaN(opinion.score())) {
        nearest = distance;
        score = opinion.score();
      }
    }
    return score;
  }
}
