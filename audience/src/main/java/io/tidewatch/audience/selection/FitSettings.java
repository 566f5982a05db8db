package io.tidewatch.audience.selection;

/**
 * How a ranker is fitted, whatever it is.
 *
 * @param encoding how features become columns
 * @param calibration how margins become probabilities
 * @param heldOut share of users kept apart for calibration, above 0 and at most 0.5
 * @param correction what is done about positives among the unlabelled
 * @param minPositives least positives that are learned from; at least 1
 * @param threads at least 1; scores of boosted trees are the same only for the same number
 */
public record FitSettings(
    EncodingSettings encoding,
    Calibration calibration,
    double heldOut,
    Correction correction,
    int minPositives,
    int threads) {
  /** Platt's curve on a fifth of the users, no correction, 20 positives, two threads. */
  public static final FitSettings DEFAULT =
      new FitSettings(EncodingSettings.DEFAULT, Calibration.PLATT, 0.2, Correction.PLAIN, 20, 2);

  /** Checks the ranges. */
  public FitSettings {
    if (!(heldOut > 0 && heldOut <= 0.5)) {
      throw new IllegalArgumentException(
          "heldOut: above 0 and at most 0.5 is required, got " + heldOut);
    }
    if (minPositives < 1) {
      throw new IllegalArgumentException(
          "minPositives: at least 1 is required, got " + minPositives);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: at least 1 is required, got " + threads);
    }
  }

  /** The same with another correction. */
  public FitSettings with(Correction other) {
    return new FitSettings(encoding, calibration, heldOut, other, minPositives, threads);
  }

  /** The same with another encoding. */
  public FitSettings with(EncodingSettings other) {
    return new FitSettings(other, calibration, heldOut, correction, minPositives, threads);
  }

  /** The same with another calibration. */
  public FitSettings with(Calibration other) {
    return new FitSettings(encoding, other, heldOut, correction, minPositives, threads);
  }

  /**
   * Whether a sample can be learned from.
   *
   * @throws IllegalArgumentException when it is empty, holds only one kind of label or too few
   *     positives
   */
  public void require(Sample sample) {
    if (sample.size() == 0) {
      throw new IllegalArgumentException("sample: at least one user is required, got none");
    }
    int positives = sample.positives();
    if (positives == sample.size()) {
      throw new IllegalArgumentException(
          "sample: unlabelled users are required too, got only " + positives + " positives");
    }
    if (positives < minPositives) {
      throw new IllegalArgumentException("sample: at least " + minPositives
          + " positives are required, got " + positives + "; take in buyers of near brands");
    }
  }
}
