package io.tidewatch.audience.selection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns raw features into columns as learned from training users. Immutable; the same sample and
 * settings give the same encoder. A value that training did not see counts as a rare one.
 */
public final class Encoder {
  private static final int MAGIC = 0x54574531;

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

  /** Everything needed to encode again, in a few kilobytes. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(columns.size());
      out.writeInt(features.size());
      for (FeatureEncoding feature : features) {
        feature.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws IllegalArgumentException when it is something else or damaged
   */
  public static Encoder fromBytes(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int magic = in.readInt();
      if (magic != MAGIC) {
        throw new IllegalArgumentException(
            "encoder: bytes of this version are required, got " + Integer.toHexString(magic));
      }
      int columnCount = in.readInt();
      int count = in.readInt();
      var features = new ArrayList<FeatureEncoding>();
      for (int i = 0; i < count; i++) {
        features.add(FeatureEncoding.read(in));
      }
      return new Encoder(features, columnCount);
    } catch (IOException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      throw new IllegalArgumentException("encoder: whole bytes are required, got damaged ones", e);
    }
  }
}
