package io.tidewatch.nlp.sense;

import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.weights.ModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Says from its context how likely a slot holds a name of each trade, and of any: one linear model a
 * trade over {@link ContextNgrams}, one byte a weight on a square-root scale. The file holds weights
 * only, no words. Immutable and safe from any thread.
 */
public final class SenseModel {
  /** How much more a feature that touches the slot counts. */
  public static final double TOUCHING = 2;

  private static final ModelFile FILE = new ModelFile("sense", 0x5457534E, 1);
  private static final int LEVELS = 127;
  /** What each byte of a weight stands for, before its row's scale. */
  private static final double[] SQUARES = squares();

  private final int bits;
  private final List<Set<String>> trades;
  private final float[] scales;
  private final float[] biases;
  private final byte[] weights;
  private final ContextNgrams ngrams;

  private SenseModel(
      int bits, List<Set<String>> trades, float[] scales, float[] biases, byte[] weights) {
    this.bits = bits;
    this.trades = List.copyOf(trades);
    this.scales = scales;
    this.biases = biases;
    this.weights = weights;
    ngrams = new ContextNgrams(bits);
  }

  /**
   * Quantises one row of 2^bits weights and an intercept a trade; the last row is for any name.
   *
   * @param trades category ids of each row; the last is empty
   */
  public static SenseModel of(int bits, List<Set<String>> trades, List<float[]> rows) {
    int size = 1 << bits;
    int n = rows.size();
    byte[] bytes = new byte[size * n];
    float[] scales = new float[n];
    float[] biases = new float[n];
    for (int r = 0; r < n; r++) {
      float[] row = rows.get(r);
      float largest = 1e-6f;
      for (int i = 0; i < size; i++) {
        largest = Math.max(largest, Math.abs(row[i]));
      }
      scales[r] = largest;
      biases[r] = row[size];
      for (int i = 0; i < size; i++) {
        double root = Math.sqrt(Math.abs(row[i]) / largest) * LEVELS;
        bytes[i * n + r] = (byte) (Math.signum(row[i]) * Math.round(root));
      }
    }
    return new SenseModel(bits, trades, scales, biases, bytes);
  }

  private static double[] squares() {
    double[] squares = new double[1 << Byte.SIZE];
    for (int i = 0; i < squares.length; i++) {
      double root = (byte) i / (double) LEVELS;
      squares[i] = Math.abs(root) * root;
    }
    return squares;
  }

  /** The model inside the product. */
  public static SenseModel shipped() {
    return FILE.shipped(SenseModel.class, SenseModel::read);
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static SenseModel read(InputStream in) throws IOException {
    DataInputStream data = FILE.open(in);
    int bits = data.readInt();
    int n = data.readInt();
    if (bits < 10 || bits > 22 || n < 1 || n > 64) {
      throw new IOException(
          "sense model: 10 to 22 bits and 1 to 64 rows are required, got " + bits + " and " + n);
    }
    var trades = new ArrayList<Set<String>>();
    float[] scales = new float[n];
    float[] biases = new float[n];
    for (int r = 0; r < n; r++) {
      String categories = data.readUTF();
      trades.add(categories.isEmpty() ? Set.of() : Set.of(categories.split(" ", -1)));
      scales[r] = data.readFloat();
      biases[r] = data.readFloat();
    }
    byte[] weights = new byte[(1 << bits) * n];
    data.readFully(weights);
    return new SenseModel(bits, trades, scales, biases, weights);
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> {
      data.writeInt(bits);
      data.writeInt(trades.size());
      for (int r = 0; r < trades.size(); r++) {
        data.writeUTF(String.join(" ", trades.get(r).stream().sorted().toList()));
        data.writeFloat(scales[r]);
        data.writeFloat(biases[r]);
      }
      data.write(weights);
    });
  }

  /** Log-odds of one slot: of a name of each trade. */
  public final class Slot {
    private final double[] odds;

    private Slot(double[] odds) {
      this.odds = odds;
    }

    /** The best of the trades that hold one of {@code categories}; that of any name without one. */
    public double of(Set<String> categories) {
      double best = Double.NEGATIVE_INFINITY;
      for (int r = 0; r < odds.length - 1; r++) {
        if (!Collections.disjoint(trades.get(r), categories)) {
          best = Math.max(best, odds[r]);
        }
      }
      return best == Double.NEGATIVE_INFINITY ? any() : best;
    }

    /** Of a name of any trade. */
    public double any() {
      return odds[odds.length - 1];
    }
  }

  /** Looks at what stands around {@code [start, end)}. */
  public Slot slot(NormalText text, int start, int end) {
    int n = trades.size();
    var sum = new Sum(n);
    ngrams.each(text, start, end, sum);
    double[] odds = new double[n];
    double norm = Math.sqrt(Math.max(1, sum.count));
    for (int r = 0; r < n; r++) {
      odds[r] = biases[r] + sum.totals[r] * scales[r] / norm;
    }
    return new Slot(odds);
  }

  private final class Sum implements ContextNgrams.Sink {
    private final double[] totals;
    private int count;

    private Sum(int rows) {
      totals = new double[rows];
    }

    @Override
    public void bucket(int bucket, boolean touching) {
      count++;
      int at = bucket * totals.length;
      for (int r = 0; r < totals.length; r++) {
        totals[r] += SQUARES[weights[at + r] & 0xFF] * (touching ? TOUCHING : 1);
      }
    }
  }
}
