package io.tidewatch.nlp;

/** Cuts text into words. Safe from any thread. */
@FunctionalInterface
public interface WordCutter {

  /** Ends of the words of {@code [from, to)} in order; the last is {@code to}; none when empty. */
  int[] wordEnds(char[] text, int from, int to);
}
