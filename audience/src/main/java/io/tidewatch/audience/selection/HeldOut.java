package io.tidewatch.audience.selection;

import java.util.stream.IntStream;

/**
 * Entries of a sample for learning and others for calibration. A user falls on one side by a hash
 * of number and seed, so entries of one user stay together.
 *
 * @param training entries to learn from
 * @param calibration entries kept apart, or the training entries again
 * @param apart whether they were kept apart; not when fewer than five positives or five others
 *     would be left on either side
 */
record HeldOut(Sample training, Sample calibration, boolean apart) {
  private static final int LEAST = 5;

  static HeldOut of(Sample sample, double share, long seed) {
    Sample training = sample.at(IntStream.range(0, sample.size())
        .filter(e -> !heldOut(sample.user(e), share, seed))
        .toArray());
    Sample calibration = sample.at(IntStream.range(0, sample.size())
        .filter(e -> heldOut(sample.user(e), share, seed))
        .toArray());
    return enough(training) && enough(calibration)
        ? new HeldOut(training, calibration, true)
        : new HeldOut(sample, sample, false);
  }

  private static boolean enough(Sample sample) {
    int positives = sample.positives();
    return positives >= LEAST && sample.size() - positives >= LEAST;
  }

  /** SplitMix64's finaliser as the hash (G. Steele, D. Lea, C. Flood, OOPSLA 2014). */
  private static boolean heldOut(int user, double share, long seed) {
    long z = seed + (user + 1L) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53 < share;
  }
}
