package io.tidewatch.corpora.simulator;

/** Mixing of 64-bit words (the finaliser of SplitMix64). */
final class Hashes {
  private Hashes() {}

  static long mix(long left, long right) {
    long z = left * 0x9E3779B97F4A7C15L + right;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
