package io.tidewatch.trend.words;

import java.util.ArrayList;
import java.util.List;

/** What is kept of one string: who wrote it when, and what stood beside it. For one thread. */
final class Sightings {
  private static final int AUTHOR_BITS = 7;
  static final int EVIDENCE = 3;

  private final DistinctSketch before = new DistinctSketch(AUTHOR_BITS);
  private final DistinctSketch now = new DistinctSketch(AUTHOR_BITS);
  private final Neighbours left = new Neighbours();
  private final Neighbours right = new Neighbours();
  private final List<String> evidence = new ArrayList<>(1);
  private long documents;
  private long first = Long.MAX_VALUE;
  private boolean known;

  void add(WordText text, boolean inWindow, char leftOf, char rightOf) {
    left.add(leftOf);
    right.add(rightOf);
    first = Math.min(first, text.at());
    if (!inWindow) {
      before.add(text.author());
      return;
    }
    documents++;
    long authors = now.count();
    now.add(text.author());
    if (now.count() > authors && evidence.size() < EVIDENCE) {
      evidence.add(text.key());
    }
  }

  void markKnown() {
    known = true;
  }

  boolean known() {
    return known;
  }

  long authorsBefore() {
    return before.count();
  }

  long authorsNow() {
    return now.count();
  }

  double leftEntropy() {
    return left.entropy();
  }

  double rightEntropy() {
    return right.entropy();
  }

  /** Texts in the window. */
  long documents() {
    return documents;
  }

  /** Earliest time in microseconds. */
  long first() {
    return first;
  }

  List<String> evidence() {
    return evidence;
  }
}
