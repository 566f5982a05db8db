package io.tidewatch.keywords.eval;

/** Joined and labelled pairs. */
final class PairScore {
  private long pairs;
  private long joined;
  private long same;
  private long both;

  void add(boolean labelledSame, boolean isJoined) {
    pairs++;
    same += labelledSame ? 1 : 0;
    joined += isJoined ? 1 : 0;
    both += labelledSame && isJoined ? 1 : 0;
  }

  long pairs() {
    return pairs;
  }

  /** Of joined pairs; 1 when none was joined. */
  double precision() {
    return joined == 0 ? 1 : both / (double) joined;
  }

  double recall() {
    return same == 0 ? 0 : both / (double) same;
  }

  long joined() {
    return joined;
  }

  long same() {
    return same;
  }
}
