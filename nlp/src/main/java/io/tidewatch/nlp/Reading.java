package io.tidewatch.nlp;

import io.tidewatch.nlp.text.NormalText;
import java.util.List;

/** One text as the lexicons read it; made and used by one thread. */
final class Reading {
  private final NormalText text;
  private final int end;
  private final int[] wordEnds;
  private final List<Clause> clauses;
  private final double[] weights;
  private final List<Linked> names;
  private final CueReader.Found found;
  private final List<Opinion> opinions;

  /**
   * What was read of {@code [0, end)}.
   *
   * @param end at most where quoted words begin
   * @param names of the whole text, in order of start
   */
  Reading(
      NormalText text,
      int end,
      int[] wordEnds,
      List<Clause> clauses,
      List<Linked> names,
      CueReader.Found found,
      List<Opinion> opinions) {
    this.text = text;
    this.end = end;
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

  /** Where reading for opinions stopped. */
  int end() {
    return end;
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

  List<CueHit> tones() {
    return found.tones();
  }

  List<CueHit> spam() {
    return found.spam();
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

  /** Whether a name stands in words of others, or behind what was read. */
  boolean aside(Linked name) {
    return name.start() >= end;
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
