package io.tidewatch.nlp.tagger;

import io.tidewatch.nlp.text.Characters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Tells shop titles from prose by the mean weight of their characters and pairs of characters, a
 * linear classifier over hashed buckets. Immutable.
 */
public final class TitleSense {
  private static final int BITS = 13;
  private static final int EPOCHS = 4;
  private static final double RATE = 0.05;
  private static final double EPSILON = 1e-8;
  private static final double SHARPNESS = 6;
  /** Share of the training titles that it knows again. */
  private static final double RECALL = 0.98;

  private final byte[] odds;
  private final float threshold;

  private TitleSense(byte[] odds, float threshold) {
    this.odds = odds;
    this.threshold = threshold;
  }

  /**
   * Learns from normalised texts by logistic regression; the threshold lets {@value #RECALL} of the
   * titles pass. Without prose everything is a title.
   */
  public static TitleSense of(List<char[]> titles, List<char[]> prose, long seed) {
    if (titles.isEmpty() || prose.isEmpty()) {
      return new TitleSense(new byte[1 << BITS], Float.NEGATIVE_INFINITY);
    }
    double[] weights = new double[1 << BITS];
    double[] squares = new double[weights.length];
    Random random = new Random(seed);
    int steps = EPOCHS * (titles.size() + prose.size());
    for (int step = 0; step < steps; step++) {
      boolean title = random.nextBoolean();
      List<char[]> side = title ? titles : prose;
      char[] text = side.get(random.nextInt(side.size()));
      double error = 1 / (1 + Math.exp(-SHARPNESS * mean(weights, text))) - (title ? 1 : 0);
      for (int i = 0; i < text.length; i++) {
        descend(weights, squares, single(text, i), error / text.length);
        descend(weights, squares, pair(text, i), error / text.length);
      }
    }
    double largest = Arrays.stream(weights).map(Math::abs).max().orElse(1);
    byte[] odds = new byte[weights.length];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = (byte) Math.round(weights[i] / largest * Byte.MAX_VALUE);
    }
    var sense = new TitleSense(odds, 0);
    double[] scores =
        titles.stream().mapToDouble(t -> sense.score(t, t.length)).sorted().toArray();
    return new TitleSense(odds, (float) scores[(int) (scores.length * (1 - RECALL))]);
  }

  private static double mean(double[] weights, char[] text) {
    double sum = 0;
    for (int i = 0; i < text.length; i++) {
      sum += weights[single(text, i)] + weights[pair(text, i)];
    }
    return text.length == 0 ? 0 : sum / text.length;
  }

  private static void descend(double[] weights, double[] squares, int at, double gradient) {
    squares[at] += gradient * gradient;
    weights[at] -= RATE * gradient / Math.sqrt(squares[at] + EPSILON);
  }

  /** Whether the first {@code length} characters look like a shop title. */
  boolean title(char[] text, int length) {
    return length > 0 && score(text, length) >= threshold;
  }

  private double score(char[] text, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += odds[single(text, i)] + odds[pair(text, i)];
    }
    return sum / (double) length;
  }

  private static int single(char[] text, int i) {
    return bucket(plain(text[i]));
  }

  private static int pair(char[] text, int i) {
    return bucket((i == 0 ? 1 : plain(text[i - 1])) * 65599 + plain(text[i]));
  }

  private static char plain(char c) {
    return Characters.asciiDigit(c) ? '0' : c;
  }

  private static int bucket(int value) {
    int h = value * 0x9E3779B1;
    return (h ^ (h >>> 16)) & ((1 << BITS) - 1);
  }

  void write(DataOutput out) throws IOException {
    out.writeFloat(threshold);
    out.write(odds);
  }

  static TitleSense read(DataInput in) throws IOException {
    float threshold = in.readFloat();
    byte[] odds = new byte[1 << BITS];
    in.readFully(odds);
    return new TitleSense(odds, threshold);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TitleSense t && threshold == t.threshold && Arrays.equals(odds, t.odds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(odds);
  }
}
