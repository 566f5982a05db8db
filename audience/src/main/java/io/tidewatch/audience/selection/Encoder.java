package io.tidewatch.audience.selection;

import java.util.List;

/**
 * Turns raw features into columns as learned from training users. Immutable; the same sample and
 * settings give the same encoder. A value that training did not see counts as a rare one.
 */
public final class Encoder {
  private final List<FeatureEncoding> features;
  private final List<Column> columns;

  Encoder(List<FeatureEncoding> features, int columnCount) {
    this.features = List.copyOf(features);
    Column[] all = new Column[columnCount];
    features.forEach(f -> f.name(all));
    this.columns = List.of(all);
  }

  /**
   * Learns from a sample.
   *
   * @throws IllegalArgumentException when the sample is empty
   */
  public static Encoder fit(Sample sample, Form form, EncodingSettings settings) {
    return new EncoderFitting(sample, form, settings).fit();
  }

  /** The columns, by number. */
  public List<Column> columns() {
    return columns;
  }

  /** Names of the raw features that are kept. */
  public List<String> features() {
    return features.stream().map(f -> f.spec().name()).toList();
  }

  /** Information value above chance of each kept feature, in the order of {@link #features()}. */
  public List<Double> information() {
    return features.stream().map(FeatureEncoding::information).toList();
  }

  /**
   * Encodes users of a table.
   *
   * @throws IllegalArgumentException when the table lacks a feature or has it with another kind
   */
  public EncodedMatrix encode(UserTable table, int[] users) {
    return new TableEncoding(this.features, columns.size(), table).encode(users);
  }
}
