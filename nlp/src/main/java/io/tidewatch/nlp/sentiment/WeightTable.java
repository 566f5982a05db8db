package io.tidewatch.nlp.sentiment;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Weights of hashed features for one or more classifiers that share them: one byte a weight, on a
 * square-root scale, those of one bucket side by side. Immutable.
 */
public final class WeightTable {
  private static final int LEVELS = 127;
  private static final int MOST_BITS = 22;

  private final int bits;
  private final int width;
  private final byte[] levels;
  private final float[] scales;

  private WeightTable(int bits, byte[] levels, float[] scales) {
    this.bits = bits;
    this.width = scales.length;
    this.levels = levels;
    this.scales = scales;
  }

  /**
   * Quantises weights.
   *
   * @param weights for each classifier 2^{@code bits} weights
   * @param bits 4 to 22
   */
  public static WeightTable of(int bits, float[]... weights) {
    if (bits < 4 || bits > MOST_BITS) {
      throw new IllegalArgumentException("bits: 4 to " + MOST_BITS + " is required, got " + bits);
    }
    int width = weights.length;
    float[] scales = new float[width];
    byte[] levels = new byte[width << bits];
    for (int k = 0; k < width; k++) {
      for (float w : weights[k]) {
        scales[k] = Math.max(scales[k], Math.abs(w));
      }
      for (int i = 0; i < 1 << bits && scales[k] > 0; i++) {
        double root = Math.sqrt(Math.abs(weights[k][i]) / scales[k]) * LEVELS;
        levels[i * width + k] = (byte) (Math.signum(weights[k][i]) * Math.round(root));
      }
    }
    return new WeightTable(bits, levels, scales);
  }

  /** The weight of a feature in classifier {@code k}. */
  float weight(int hash, int k) {
    return (float) (square(hash, k) * unit(k));
  }

  /** The same in units of {@link #unit}, a whole number. */
  int square(int hash, int k) {
    return square(levels[(hash & (1 << bits) - 1) * width + k]);
  }

  /** The weight of a square of 1 in classifier {@code k}. */
  double unit(int k) {
    return scales[k] / (double) (LEVELS * LEVELS);
  }

  private static int square(int level) {
    return level * Math.abs(level);
  }

  /**
   * Adds the weights of the first {@code n} features to the sums of two classifiers, and counts the
   * features of which the first one knows something. In one loop without calls: the features lie far
   * apart in memory, and only so does the processor fetch many of them at a time.
   */
  int addPairs(int[] hashes, int n, double[] sums) {
    int mask = (1 << bits) - 1;
    int known = 0;
    long first = 0;
    long second = 0;
    for (int i = 0; i < n; i++) {
      int at = (hashes[i] & mask) << 1;
      int level = levels[at];
      first += square(level);
      second += square(levels[at + 1]);
      known += level != 0 ? 1 : 0;
    }
    sums[0] = first * unit(0);
    sums[1] = second * unit(1);
    return known;
  }

  int width() {
    return width;
  }

  static WeightTable read(DataInputStream in, int width) throws IOException {
    int bits = in.readInt();
    if (bits < 4 || bits > MOST_BITS) {
      throw new IOException(
          "sentiment model: 4 to " + MOST_BITS + " bits are required, got " + bits);
    }
    float[] scales = new float[width];
    for (int k = 0; k < width; k++) {
      scales[k] = in.readFloat();
    }
    byte[] levels = new byte[width << bits];
    for (int k = 0; k < width; k++) {
      byte[] column = in.readNBytes(1 << bits);
      if (column.length < 1 << bits) {
        throw new IOException("sentiment model: the file ends early");
      }
      for (int i = 0; i < column.length; i++) {
        levels[i * width + k] = column[i];
      }
    }
    return new WeightTable(bits, levels, scales);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(bits);
    for (float scale : scales) {
      out.writeFloat(scale);
    }
    byte[] column = new byte[1 << bits];
    for (int k = 0; k < width; k++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = levels[i * width + k];
      }
      out.write(column);
    }
  }

  void digest(CRC32 crc) {
    crc.update(levels);
    for (float scale : scales) {
      crc.update(Float.floatToIntBits(scale) >>> 8);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightTable t
        && Arrays.equals(scales, t.scales)
        && Arrays.equals(levels, t.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }
}
