package io.tidewatch.audience.selection;

/** A classifier of encoded users. Implementations are immutable and safe for any thread. */
public interface Learner {
  /** What it is called in tables. */
  String name();

  /** Its settings in words, for the model card. */
  String settings();

  /** What it wants of numbers. */
  Form form();

  /**
   * Learns; the same arguments give the same model.
   *
   * @param matrix encoded users
   * @param positive per row: whether it is a positive
   * @param weights per row, positive
   * @param threads how many it may use, at least 1
   * @param seed of all that is random
   * @throws IllegalStateException when the learner's library fails or is not there
   */
  Trained train(EncodedMatrix matrix, boolean[] positive, float[] weights, int threads, long seed);

  /** What was learned; immutable and safe for any thread. */
  interface Trained {
    /** Per row a finite number on the scale of log-odds, the more the likelier. */
    double[] margins(EncodedMatrix matrix);

    /**
     * What each column adds to the margin of one row, then the margin of an average training user
     * from which they count; together they are the margin, but for rounding.
     *
     * @param row the only row of a matrix
     */
    double[] contributions(EncodedMatrix row);

    /** Per column how much it does, 0 or more; only their ratios mean something. */
    double[] importance();
  }
}
