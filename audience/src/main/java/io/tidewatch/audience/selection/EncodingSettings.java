package io.tidewatch.audience.selection;

/**
 * How raw features become columns.
 *
 * @param discretisation how numbers are cut
 * @param minUsers least users of the sample for a value to have a column; rarer values of a
 *     category fall together, rarer tags are left out; at least 1
 * @param minInformation least information value above chance for a feature, or a tag, to be kept; 0
 *     or more
 * @param deviations standard deviations of noise by which it must be above chance, 0 or more
 * @param maxColumns most columns, the most informative kept; at least 1
 */
public record EncodingSettings(
    Discretisation discretisation,
    int minUsers,
    double minInformation,
    double deviations,
    int maxColumns) {
  /** Supervised cuts into at most 16 bins, 20 users a value, information 0.0002 and two deviations, 4,000 columns. */
  public static final EncodingSettings DEFAULT =
      new EncodingSettings(new Discretisation.Supervised(16), 20, 0.0002, 2, 4000);

  /** Checks the ranges. */
  public EncodingSettings {
    if (minUsers < 1) {
      throw new IllegalArgumentException("minUsers: at least 1 is required, got " + minUsers);
    }
    if (!(minInformation >= 0)) {
      throw new IllegalArgumentException(
          "minInformation: 0 or more is required, got " + minInformation);
    }
    if (!(deviations >= 0)) {
      throw new IllegalArgumentException("deviations: 0 or more is required, got " + deviations);
    }
    if (maxColumns < 1) {
      throw new IllegalArgumentException("maxColumns: at least 1 is required, got " + maxColumns);
    }
  }
}
