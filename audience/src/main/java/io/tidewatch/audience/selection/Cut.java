package io.tidewatch.audience.selection;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Which of the scored users are taken. */
public sealed interface Cut {
  /**
   * All with at least this score.
   *
   * @param score least score
   */
  record AtScore(double score) implements Cut {}

  /**
   * The best so many.
   *
   * @param users 0 or more
   */
  record AtSize(int users) implements Cut {
    /** Checks the range. */
    public AtSize {
      if (users < 0) {
        throw new IllegalArgumentException("users: 0 or more is required, got " + users);
      }
    }
  }

  /**
   * The taken users, best first; of equal scores the lower number first.
   *
   * @param scores one a user, not NaN
   * @param removed users who are never taken, such as those already in I, P or L
   */
  default int[] take(double[] scores, BitSet removed) {
    IntStream ranked = IntStream.range(0, scores.length)
        .filter(u -> !removed.get(u))
        .boxed()
        .sorted((a, b) ->
            scores[a] == scores[b] ? Integer.compare(a, b) : Double.compare(scores[b], scores[a]))
        .mapToInt(Integer::intValue);
    return switch (this) {
      case AtScore at -> ranked.takeWhile(u -> scores[u] >= at.score).toArray();
      case AtSize at -> ranked.limit(at.users).toArray();
    };
  }
}
