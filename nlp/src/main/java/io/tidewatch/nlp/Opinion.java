package io.tidewatch.nlp;

/** A judging cue with what turns and scales it; mutable only while one text is read. */
final class Opinion {
  final CueHit hit;
  /** The number of the hit among those that were read. */
  final int cue;

  final int clause;
  /** Multiplier from negations, degrees and questions. */
  final double factor;
  /** Start of the words that judge, negation and degree included. */
  final int start;

  final int end;
  /** Already said of an aspect. */
  boolean used;
  /** Index into the mentions; -1 when it is about none. */
  int target = -1;

  Opinion(CueHit hit, int cue, int clause, double factor, int start, int end) {
    this.hit = hit;
    this.cue = cue;
    this.clause = clause;
    this.factor = factor;
    this.start = start;
    this.end = end;
  }

  /** The score for an aspect, -1 to 1; NaN when it cannot judge it. */
  double scoreFor(String aspect) {
    return turn(hit.cue().scoreFor(aspect));
  }

  /** The score as such; NaN when its sign depends on an aspect. */
  double score() {
    Cue cue = hit.cue();
    return turn(
        cue.implicit().isEmpty() || !Double.isNaN(cue.sentiment())
            ? cue.generalScore()
            : cue.implicit().getFirst().score());
  }

  /** The score as such, as if nothing turned it. */
  double unturned() {
    double score = score();
    return factor < 0 ? -score : score;
  }

  double turn(double score) {
    return Math.clamp(score * factor, -1, 1);
  }
}
