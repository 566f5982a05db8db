package io.tidewatch.audience.selection;

/** A way to rank users, learned from a sample. Implementations are immutable. */
public interface Ranker {
  /** What it is called in tables. */
  String name();

  /**
   * Learns; the same arguments give the same scores.
   *
   * @param seed of all that is random
   * @throws IllegalArgumentException when the sample cannot be learned from; see {@link
   *     FitSettings#require}
   */
  Scorer fit(Sample sample, FitSettings settings, long seed);
}
