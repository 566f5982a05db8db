package io.tidewatch.nlp;

import io.tidewatch.nlp.text.NormalText;
import java.util.List;

/** One text as the lexicons read it; made and used by one thread. */
final class Reading {
  private final NormalText text;
  private final int[] wordEnds;
  private final List<Clause> clauses;
  private final double[] weights;
  private final List<Linked> names;
  private final CueReader.Found found;
  private final List<Opinion> opinions;

  /** {@code names} are in order of start, those in quoted words last. */
  Reading(
      NormalText text,
      int[] wordEnds,
      List<Clause> clauses,
      List<Linked> names,
      CueReader.Found found,
      List<Opinion> opinions) {
    this.text = text;
    this.wordEnds = wordEnds;
    this.clauses = clauses;
    this.weights = Weights.of(clauses);
    this.names = names;
    this.found = found;
    this.opinions = opinions;
  }

  NormalText text() {
    return text;
  }

  int[] wordEnds() {
    return wordEnds;
  }

  List<Clause> clauses() {
    return clauses;
  }

  List<Linked> names() {
    return names;
  }

  List<CueHit> cues() {
    return found.evaluating();
  }

  List<CueHit> intents() {
    return found.intents();
  }

  List<Opinion> opinions() {
    return opinions;
  }

  /** How much a clause counts. */
  double weight(int clause) {
    return weights[clause];
  }

  /** Index of the clause that holds a position. */
  int clauseAt(int position) {
    return Clause.at(clauses, position);
  }

  /** Whether a name stands in words of others. */
  boolean quoted(Linked name) {
    return name.start() >= text.ownEnd();
  }

  /** A brand at the head of a product's name. */
  boolean nested(int name) {
    Linked inner = names.get(name);
    for (int i = name - 1; i >= 0 && names.get(i).start() == inner.start(); i--) {
      if (names.get(i).end() >= inner.end()) {
        return true;
      }
    }
    return false;
  }
}
