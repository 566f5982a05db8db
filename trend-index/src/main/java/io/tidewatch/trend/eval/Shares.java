package io.tidewatch.trend.eval;

/**
 * The share of a key's documents in the window and in all that is known (at most 112 days, the
 * window included), as the significant-terms measures compare them.
 */
record Shares(Past past, int window) {
  private static final int BACKGROUND = 24 * 112;

  int in(int key) {
    return past.count(key, past.now() - window, past.now());
  }

  int inAll() {
    return Math.max(1, past.documents(past.now() - window, past.now()));
  }

  int all(int key) {
    return past.count(key, past.now() - BACKGROUND, past.now());
  }

  int allAll() {
    return Math.max(1, past.documents(past.now() - BACKGROUND, past.now()));
  }
}
