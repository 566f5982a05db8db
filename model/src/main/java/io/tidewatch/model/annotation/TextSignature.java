package io.tidewatch.model.annotation;

/**
 * Fingerprints of the normalised text, by which the index finds duplicates.
 *
 * @param exact 64-bit hash of the normalised text
 * @param simHash 64-bit SimHash over character shingles: near-duplicates differ in few bits
 */
public record TextSignature(long exact, long simHash) {

  /** Number of bands that {@link #band} cuts the SimHash into. */
  public static final int BANDS = 4;

  /** The 16 bits of band {@code i}, 0 to 3. */
  public int band(int i) {
    return (int) (simHash >>> (16 * i)) & 0xFFFF;
  }

  /** Bits in which two SimHashes differ, 0 to 64. */
  public int distance(TextSignature other) {
    return Long.bitCount(simHash ^ other.simHash);
  }
}
