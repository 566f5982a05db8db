package io.tidewatch.nlp.target;

import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.weights.ModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Linear models over {@link TargetNgrams}, one byte a weight on a square-root scale, and the
 * coefficients that join their scores with the evidence of rules. The file holds weights only, no
 * words. Immutable and safe from any thread.
 */
public final class TargetModel {
  private static final ModelFile FILE = new ModelFile("target", 0x57475441, 1);
  private static final int LEVELS = 127;

  private final int bits;
  private final List<byte[]> tables;
  private final float[] scales;
  private final double[] joint;
  private final float[][] values;
  private final TargetNgrams ngrams;

  private TargetModel(int bits, List<byte[]> tables, float[] scales, double[] joint) {
    this.bits = bits;
    this.tables = List.copyOf(tables);
    this.scales = scales;
    this.joint = joint;
    ngrams = new TargetNgrams(bits);
    values = new float[scales.length][256];
    for (int t = 0; t < scales.length; t++) {
      for (int i = 0; i < 256; i++) {
        float root = (byte) i / (float) LEVELS;
        values[t][i] = Math.abs(root) * root * scales[t];
      }
    }
  }

  /**
   * Quantises tables of 2^bits weights.
   *
   * @param joint the intercept, a coefficient a table, then one for each piece of evidence
   */
  public static TargetModel of(int bits, List<float[]> tables, double[] joint) {
    var all = new ArrayList<byte[]>();
    float[] scales = new float[tables.size()];
    for (int t = 0; t < scales.length; t++) {
      float[] weights = tables.get(t);
      float largest = 1e-6f;
      for (int i = 0; i < 1 << bits; i++) {
        largest = Math.max(largest, Math.abs(weights[i]));
      }
      byte[] bytes = new byte[1 << bits];
      for (int i = 0; i < bytes.length; i++) {
        double root = Math.sqrt(Math.abs(weights[i]) / largest) * LEVELS;
        bytes[i] = (byte) (Math.signum(weights[i]) * Math.round(root));
      }
      scales[t] = largest;
      all.add(bytes);
    }
    return new TargetModel(bits, all, scales, joint.clone());
  }

  /** The same weights under other coefficients. */
  public TargetModel with(double[] other) {
    return new TargetModel(bits, tables, scales, other.clone());
  }

  /** The model inside the product. */
  public static TargetModel shipped() {
    return FILE.shipped(TargetModel.class, TargetModel::read);
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static TargetModel read(InputStream in) throws IOException {
    DataInputStream data = FILE.open(in);
    int bits = data.readInt();
    int size = data.readInt();
    int n = data.readInt();
    if (bits < 10 || bits > 22 || size < 1 || size > 8 || n <= size || n > 64) {
      throw new IOException("target model: 10 to 22 bits, 1 to 8 tables and up to 64 coefficients"
          + " are required, got "
          + List.of(bits, size, n));
    }
    double[] joint = new double[n];
    for (int i = 0; i < n; i++) {
      joint[i] = data.readDouble();
    }
    float[] scales = new float[size];
    var tables = new ArrayList<byte[]>();
    for (int t = 0; t < size; t++) {
      scales[t] = data.readFloat();
      byte[] weights = new byte[1 << bits];
      data.readFully(weights);
      tables.add(weights);
    }
    return new TargetModel(bits, tables, scales, joint);
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> {
      data.writeInt(bits);
      data.writeInt(tables.size());
      data.writeInt(joint.length);
      for (double c : joint) {
        data.writeDouble(c);
      }
      for (int t = 0; t < scales.length; t++) {
        data.writeFloat(scales[t]);
        data.write(tables.get(t));
      }
    });
  }

  /** Each table's own log-odds that the target is judged well, not calibrated. */
  public double[] scores(NormalText text, int end, int from, int to) {
    var sum = new Sum();
    ngrams.each(text, end, from, to, sum);
    double norm = Math.sqrt(Math.max(1, sum.count));
    for (int t = 0; t < sum.totals.length; t++) {
      sum.totals[t] /= norm;
    }
    return sum.totals;
  }

  /** Log-odds from the tables' scores and the evidence of rules. */
  public double logOdds(double[] scores, double[] evidence) {
    if (scores.length + evidence.length + 1 != joint.length) {
      throw new IllegalArgumentException("evidence: "
          + (joint.length - 1)
          + " scores and values are required, got "
          + (scores.length + evidence.length));
    }
    double odds = joint[0];
    for (int i = 0; i < scores.length; i++) {
      odds += joint[i + 1] * scores[i];
    }
    for (int i = 0; i < evidence.length; i++) {
      odds += joint[i + 1 + scores.length] * evidence[i];
    }
    return odds;
  }

  private final class Sum implements TargetNgrams.Sink {
    private final double[] totals = new double[scales.length];
    private int count;

    @Override
    public void bucket(int bucket) {
      count++;
      for (int t = 0; t < totals.length; t++) {
        totals[t] += values[t][tables.get(t)[bucket] & 0xFF];
      }
    }
  }
}
