package io.tidewatch.audience.profile;

/**
 * Rounds counts. Those of a group go up or down by chance, in proportion to what is left over, but
 * the chance is made from the cell's own key: the same cell is always rounded alike, so asking again
 * averages nothing out, and a cell with one user more or less is rounded anew.
 *
 * <p>After the cell-key method of Fraser and Wooton, A proposed method for confidentialising tabular
 * output to protect against differencing (2005).
 */
final class Rounding {
  private Rounding() {}

  /** To a multiple of {@code step}, up or down by less than it. */
  static int keyed(int count, int step, long key) {
    int rest = count % step;
    double chance = (mixed(key) >>> 11) * 0x1.0p-53;
    return count - rest + (chance * step < rest ? step : 0);
  }

  /** To the nearest multiple of {@code step}, upwards from the middle. */
  static int nearest(int count, int step) {
    return (count + step / 2) / step * step;
  }

  /** The finalizer of SplitMix64: near keys give far numbers. */
  private static long mixed(long key) {
    long z = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
