package io.tidewatch.nlp;

import io.tidewatch.nlp.text.NormalText;
import java.util.List;

/**
 * One text as the lexicons read it.
 *
 * @param names entities in order of start, those in quoted words last
 * @param weights of the clauses
 */
record Reading(
    NormalText text,
    int[] wordEnds,
    List<Clause> clauses,
    double[] weights,
    List<Linked> names,
    List<CueHit> cues,
    List<CueHit> intents,
    List<Opinion> opinions) {

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
