package io.tidewatch.nlp.sentiment;

import io.tidewatch.nlp.text.NormalText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear classifier of texts into negative and positive: a weight of one byte for each hash bucket
 * of character n-grams, and four coefficients that join its answer with the lexicons'. It holds no
 * vocabulary. Immutable and safe from any thread.
 */
public final class SentimentModel {
  private static final int MAGIC = 0x5457534D;
  private static final int FORMAT = 1;
  private static final int LEVELS = 127;

  private final int bits;
  private final byte[] weights;
  private final float scale;
  private final Joint joint;
  private final CharacterNgrams ngrams;
  private final float[] values = new float[256];
  private final String version;

  /**
   * How evidence joins into one log-odds: {@code bias + ngram·n + lexicon·l + emoticon·e}, fitted on
   * held-out texts, so that the logistic of it is a calibrated probability.
   *
   * @param threshold below this confidence the classifier abstains, 0.5 to 1
   */
  public record Joint(
      double bias, double ngram, double lexicon, double emoticon, double threshold) {}

  private SentimentModel(int bits, byte[] weights, float scale, Joint joint) {
    this.bits = bits;
    this.weights = weights;
    this.scale = scale;
    this.joint = joint;
    this.ngrams = new CharacterNgrams(bits);
    for (int i = 0; i < values.length; i++) {
      values[i] = expand((byte) i, scale);
    }
    CRC32 crc = new CRC32();
    crc.update(weights);
    crc.update(joint.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    version = "sentiment-" + FORMAT + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Quantises {@code weights} (2^bits of them) on a square-root scale. */
  public static SentimentModel of(int bits, float[] weights, Joint joint) {
    float largest = 0;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    float scale = largest == 0 ? 1 : largest;
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < bytes.length; i++) {
      double root = Math.sqrt(Math.abs(weights[i]) / scale) * LEVELS;
      bytes[i] = (byte) (Math.signum(weights[i]) * Math.round(root));
    }
    return new SentimentModel(bits, bytes, scale, joint);
  }

  /** The same weights under other coefficients. */
  public SentimentModel with(Joint other) {
    return new SentimentModel(bits, weights, scale, other);
  }

  /** The model inside the product. */
  public static SentimentModel shipped() {
    try (InputStream in = SentimentModel.class.getResourceAsStream("sentiment.bin")) {
      if (in == null) {
        throw new IllegalStateException("sentiment.bin: the shipped model is missing");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("sentiment.bin: cannot be read", e);
    }
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static SentimentModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new GZIPInputStream(in));
    if (data.readInt() != MAGIC || data.readInt() != FORMAT) {
      throw new IOException("sentiment model: magic number and format " + FORMAT + " are required");
    }
    int bits = data.readInt();
    if (bits < 10 || bits > 22) {
      throw new IOException("sentiment model: 10 to 22 bits are required, got " + bits);
    }
    float scale = data.readFloat();
    Joint joint = new Joint(
        data.readDouble(),
        data.readDouble(),
        data.readDouble(),
        data.readDouble(),
        data.readDouble());
    byte[] weights = new byte[1 << bits];
    data.readFully(weights);
    return new SentimentModel(bits, weights, scale, joint);
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out);
    DataOutputStream data = new DataOutputStream(zip);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeInt(bits);
    data.writeFloat(scale);
    data.writeDouble(joint.bias());
    data.writeDouble(joint.ngram());
    data.writeDouble(joint.lexicon());
    data.writeDouble(joint.emoticon());
    data.writeDouble(joint.threshold());
    data.write(weights);
    data.flush();
    zip.finish();
  }

  /** Names format and content. */
  public String version() {
    return version;
  }

  public Joint joint() {
    return joint;
  }

  /** The n-grams' own log-odds of {@code [from, to)}, unbounded, not calibrated; 0 when empty. */
  public double ngramScore(NormalText text, int from, int to) {
    var sum = new Sum(weights, values);
    ngrams.each(text, from, to, sum);
    return sum.count == 0 ? 0 : sum.total / Math.sqrt(sum.count);
  }

  /** Calibrated log-odds that the text is positive. {@code lexicon} and {@code emoticon}: -1 to 1. */
  public double logOdds(double ngram, double lexicon, double emoticon) {
    return joint.bias()
        + joint.ngram() * ngram
        + joint.lexicon() * lexicon
        + joint.emoticon() * emoticon;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SentimentModel m
        && joint.equals(m.joint)
        && scale == m.scale
        && Arrays.equals(weights, m.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  private static float expand(byte level, float scale) {
    float root = level / (float) LEVELS;
    return Math.signum(root) * root * root * scale;
  }

  private static final class Sum implements CharacterNgrams.Sink {
    private final byte[] weights;
    private final float[] values;
    private double total;
    private int count;

    private Sum(byte[] weights, float[] values) {
      this.weights = weights;
      this.values = values;
    }

    @Override
    public void bucket(int bucket) {
      total += values[weights[bucket] & 0xFF];
      count++;
    }
  }
}
