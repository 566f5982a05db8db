package io.tidewatch.nlp;

import org.jspecify.annotations.Nullable;

/** An aspect with its judgement, in normalised positions. */
record AspectDraft(
    int start,
    int end,
    String aspect,
    int opinionStart,
    int opinionEnd,
    double score,
    int target,
    @Nullable Opinion opinion) {

  AspectDraft withTarget(int other) {
    return new AspectDraft(start, end, aspect, opinionStart, opinionEnd, score, other, opinion);
  }
}
