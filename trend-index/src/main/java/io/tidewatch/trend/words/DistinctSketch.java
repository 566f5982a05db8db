package io.tidewatch.trend.words;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many different 64-bit hashes were added, in bounded memory: exact up to {@link #EXACT}, then
 * HyperLogLog [Flajolet, Fusy, Gandouet, Meunier 2007] with linear counting in its lower range.
 * The standard error is 1.04/√registers. For one thread.
 */
final class DistinctSketch {
  static final int EXACT = 16;

  private final int bits;
  private long[] few = new long[4];
  private int size;
  private byte @Nullable [] registers;

  /**
   * An empty sketch.
   *
   * @param bits of the register number, 4 to 16: 2^bits registers of a byte
   */
  DistinctSketch(int bits) {
    if (bits < 4 || bits > 16) {
      throw new IllegalArgumentException("bits: 4 to 16 is required, got " + bits);
    }
    this.bits = bits;
  }

  void add(long hash) {
    long mixed = mix(hash);
    byte[] table = registers;
    if (table != null) {
      put(table, mixed);
      return;
    }
    for (int i = 0; i < size; i++) {
      if (few[i] == mixed) {
        return;
      }
    }
    if (size == EXACT) {
      table = new byte[1 << bits];
      for (long known : few) {
        put(table, known);
      }
      put(table, mixed);
      registers = table;
      few = new long[0];
      return;
    }
    if (size == few.length) {
      few = Arrays.copyOf(few, 2 * size);
    }
    few[size++] = mixed;
  }

  /** The estimate, at least 0. */
  long count() {
    byte[] table = registers;
    if (table == null) {
      return size;
    }
    int m = table.length;
    double sum = 0;
    int empty = 0;
    for (byte register : table) {
      sum += 1.0 / (1L << register);
      empty += register == 0 ? 1 : 0;
    }
    double alpha = 0.7213 / (1 + 1.079 / m);
    double estimate = alpha * m * m / sum;
    if (estimate <= 2.5 * m && empty > 0) {
      estimate = m * Math.log((double) m / empty);
    }
    return Math.max(EXACT, Math.round(estimate));
  }

  private void put(byte[] table, long mixed) {
    int register = (int) (mixed >>> (Long.SIZE - bits));
    int rank = Math.min(Long.numberOfLeadingZeros(mixed << bits) + 1, Long.SIZE - bits + 1);
    if (rank > table[register]) {
      table[register] = (byte) rank;
    }
  }

  private static long mix(long hash) {
    long h = hash * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
    h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }
}
