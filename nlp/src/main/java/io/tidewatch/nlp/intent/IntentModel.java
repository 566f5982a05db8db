package io.tidewatch.nlp.intent;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.nlp.weights.ModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Multinomial logistic regression over hashed {@link IntentNgrams}, one byte a weight, and over a
 * row of evidence; the file holds weights only, no words. Immutable and safe from any thread.
 */
public final class IntentModel {
  /** The intents in the order of their weights. */
  public static final List<Intent> INTENTS = List.of(Intent.values());

  /** How many intents there are. */
  public static final int CLASSES = INTENTS.size();

  private static final int FORMAT = 1;
  private static final ModelFile FILE = new ModelFile("intent", 0x5457494E, FORMAT);
  private static final int LEVELS = 127;
  private static final int MOST_EVIDENCE = 1_000;

  /** What raises a level above zero, so that sums of levels need no sign. */
  private static final int BIAS = 128;
  /** Every second octet, as a counter of 16 bits. */
  private static final long LANES = 0x00FF00FF00FF00FFL;
  /** Rows after which the counters are emptied, before they can overflow. */
  private static final int FLUSH = 256;

  private final int bits;
  /** The biased levels of each feature, an octet a class, the first class lowest. */
  private final long[] rows;

  private final float scale;
  private final float[] evidence;
  private final String version;

  private IntentModel(int bits, byte[] levels, float scale, float[] evidence) {
    this.bits = bits;
    rows = packed(levels);
    this.scale = scale;
    this.evidence = evidence;
    CRC32 crc = new CRC32();
    crc.update(levels);
    for (float weight : evidence) {
      crc.update(Float.floatToIntBits(weight) >>> 8);
    }
    version = "intent-" + FORMAT + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /**
   * Quantises weights; those of one feature lie side by side, one a class.
   *
   * @param bits 4 to 20
   * @param ngrams 2^bits features
   * @param evidence the pieces of evidence, then the intercepts
   */
  public static IntentModel of(int bits, float[] ngrams, float[] evidence) {
    checkSizes(bits, evidence.length);
    if (ngrams.length != CLASSES << bits) {
      throw new IllegalArgumentException(
          "ngrams: " + (CLASSES << bits) + " weights are required, got " + ngrams.length);
    }
    float largest = Float.MIN_NORMAL;
    for (float weight : ngrams) {
      largest = Math.max(largest, Math.abs(weight));
    }
    byte[] levels = new byte[ngrams.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.round(ngrams[i] / largest * LEVELS);
    }
    return new IntentModel(bits, levels, largest / LEVELS, evidence.clone());
  }

  private static void checkSizes(int bits, int evidence) {
    boolean whole = evidence % CLASSES == 0 && evidence >= CLASSES;
    if (bits < 4 || bits > 20 || !whole || evidence > MOST_EVIDENCE * CLASSES) {
      throw new IllegalArgumentException("intent model: 4 to 20 bits and " + CLASSES
          + " weights a piece of evidence are required, got " + bits + " and " + evidence);
    }
  }

  /** The model inside the product. */
  public static IntentModel shipped() {
    return FILE.shipped(IntentModel.class, IntentModel::read);
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static IntentModel read(InputStream in) throws IOException {
    DataInputStream data = FILE.open(in);
    int bits = data.readInt();
    int pieces = data.readInt();
    try {
      checkSizes(bits, pieces);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    float[] evidence = new float[pieces];
    for (int i = 0; i < pieces; i++) {
      evidence[i] = data.readFloat();
    }
    float scale = data.readFloat();
    byte[] levels = new byte[CLASSES << bits];
    data.readFully(levels);
    return new IntentModel(bits, levels, scale, evidence);
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> {
      data.writeInt(bits);
      data.writeInt(evidence.length);
      for (float weight : evidence) {
        data.writeFloat(weight);
      }
      data.writeFloat(scale);
      data.write(unpacked(rows));
    });
  }

  /** Names format and content. */
  public String version() {
    return version;
  }

  /** How many pieces of evidence it was trained with. */
  public int evidence() {
    return evidence.length / CLASSES - 1;
  }

  /**
   * The unbounded score of each of {@link #INTENTS}; their softmax is the probability.
   *
   * @param ngrams hashes of {@link IntentNgrams}
   * @param pieces as many pieces of evidence as {@link #evidence()}
   */
  public double[] scores(int[] ngrams, double[] pieces) {
    if (pieces.length != evidence()) {
      throw new IllegalArgumentException(
          "pieces: " + evidence() + " are required, got " + pieces.length);
    }
    int[] sums = new int[CLASSES];
    for (int from = 0; from < ngrams.length; from += FLUSH) {
      add(ngrams, from, Math.min(ngrams.length, from + FLUSH), sums);
    }
    double[] scores = new double[CLASSES];
    double norm = scale / Math.sqrt(Math.max(1, ngrams.length));
    int intercepts = pieces.length * CLASSES;
    for (int k = 0; k < CLASSES; k++) {
      scores[k] = sums[k] * norm + evidence[intercepts + k];
    }
    for (int i = 0; i < pieces.length; i++) {
      double piece = pieces[i];
      if (piece != 0) {
        for (int k = 0; k < CLASSES; k++) {
          scores[k] += piece * evidence[i * CLASSES + k];
        }
      }
    }
    return scores;
  }

  /** Adds the levels of some features, all classes of a feature at once. */
  private void add(int[] ngrams, int from, int to, int[] sums) {
    int mask = (1 << bits) - 1;
    long even = 0;
    long odd = 0;
    for (int i = from; i < to; i++) {
      long row = rows[ngrams[i] & mask];
      even += row & LANES;
      odd += row >>> Byte.SIZE & LANES;
    }
    for (int k = 0; k < CLASSES; k++) {
      long counters = k % 2 == 0 ? even : odd;
      sums[k] += (int) (counters >>> (k / 2 * Short.SIZE) & 0xFFFF) - BIAS * (to - from);
    }
  }

  private static long[] packed(byte[] levels) {
    long[] rows = new long[levels.length / CLASSES];
    for (int i = 0; i < levels.length; i++) {
      rows[i / CLASSES] |= (long) (levels[i] + BIAS) << (i % CLASSES * Byte.SIZE);
    }
    return rows;
  }

  private static byte[] unpacked(long[] rows) {
    byte[] levels = new byte[rows.length * CLASSES];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) ((rows[i / CLASSES] >>> (i % CLASSES * Byte.SIZE) & 0xFF) - BIAS);
    }
    return levels;
  }

  /** Where an intent stands among {@link #INTENTS}. */
  public static int indexOf(Intent intent) {
    return INTENTS.indexOf(intent);
  }

  /** The first of the largest scores. */
  public static int best(double[] scores) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return best;
  }

  /** Turns scores into probabilities, in place. */
  public static void softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }
}
