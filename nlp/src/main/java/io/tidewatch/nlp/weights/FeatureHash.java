package io.tidewatch.nlp.weights;

/** Hashes features into 2^bits buckets. Immutable. */
public final class FeatureHash {
  private final int mask;

  /** {@code bits}, 10 to 22, gives 2^bits buckets. */
  public FeatureHash(int bits) {
    if (bits < 10 || bits > 22) {
      throw new IllegalArgumentException("bits: 10 to 22 is required, got " + bits);
    }
    mask = (1 << bits) - 1;
  }

  /** The bucket, from 0, of a feature of two parts and its kind. */
  public int bucket(int a, int b, int kind) {
    int h = a * 0x9E3779B1 + b * 0x85EBCA77 + kind * 0xC2B2AE3D;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    h ^= h >>> 15;
    return h & mask;
  }
}
