package io.tidewatch.nlp.tagger;

import io.tidewatch.nlp.weights.ModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A linear-chain model over hashed features: a row of weights for each feature, a score for each pair
 * of tags, and a {@link NameTable}. It holds no vocabulary. Immutable and safe from any thread.
 *
 * <p>The weights of a row stand in two longs, sixteen bits each, raised by a bias so that none is
 * negative: a feature is added to the scores of all tags by two additions, and the bias, the same
 * for every tag, does not matter.
 */
public final class TaggerModel {
  private static final int FORMAT = 1;
  private static final ModelFile FILE = new ModelFile("tagger", 0x54575447, FORMAT);
  private static final int LEVELS = 127;
  /** The largest weight in lanes; {@link CharacterFeatures#MOST} of twice it fit in one. */
  private static final int STEPS = 1000;

  private static final int LONGS = Tags.COUNT / 4;
  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final int bits;
  private final byte[] weights;
  private final long[] rows;
  private final int[] transitions;
  private final float scale;
  private final NameTable names;
  private final TitleSense sense;
  private final String version;

  private TaggerModel(
      int bits, byte[] weights, int[] transitions, float scale, NameTable names, TitleSense sense) {
    this.bits = bits;
    this.weights = weights;
    this.transitions = transitions;
    this.scale = scale;
    this.names = names;
    this.sense = sense;
    rows = new long[LONGS << bits];
    for (int row = 0; row < 1 << bits; row++) {
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        int root = weights[row * Tags.COUNT + tag];
        int step = Math.round(STEPS * Math.abs(root) * root / (float) (LEVELS * LEVELS));
        rows[LONGS * row + tag / 4] |= (long) (step + STEPS) << (tag % 4 * 16);
      }
    }
    CRC32 crc = new CRC32();
    crc.update(weights);
    crc.update(Arrays.toString(transitions).getBytes(StandardCharsets.UTF_8));
    version = "tagger-" + FORMAT + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /**
   * Quantises trained weights on a square-root scale.
   *
   * @param weights {@link Tags#COUNT} for each of 2^bits features, in log-odds
   * @param transitions for each tag, and last for the start, the score of each next tag
   */
  public static TaggerModel of(
      int bits, float[] weights, float[] transitions, NameTable names, TitleSense sense) {
    float largest = 0;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    largest = largest == 0 ? 1 : largest;
    byte[] small = new byte[weights.length];
    for (int i = 0; i < small.length; i++) {
      double root = Math.sqrt(Math.abs(weights[i]) / largest) * LEVELS;
      small[i] = (byte) (Math.signum(weights[i]) * Math.round(root));
    }
    float scale = largest / STEPS;
    int[] scores = new int[transitions.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.round(transitions[i] / scale);
    }
    return new TaggerModel(bits, small, scores, scale, names, sense);
  }

  /** The model inside the product. */
  public static TaggerModel shipped() {
    return FILE.shipped(TaggerModel.class, TaggerModel::read);
  }

  /** Names format and content. */
  public String version() {
    return version;
  }

  /** Whether the text looks like a shop title and not like prose. */
  public boolean title(TaggerInput input) {
    return sense.title(input.text().chars(), input.length());
  }

  /** Whether an unlinked brand that was seen in training stands in the text; much cheaper than tags. */
  public boolean holdsBrand(TaggerInput input) {
    return input.holdsBrand(names);
  }

  /** The likeliest brands and products of a text, in order, not overlapping. */
  public List<TaggedName> tag(TaggerInput input) {
    int length = input.length();
    if (length == 0) {
      return List.of();
    }
    int[] scores = scores(input.features(bits, names), length);
    byte[] tags = best(scores, length);
    var found = new ArrayList<TaggedName>();
    int start = -1;
    for (int i = 0; i < length; i++) {
      int tag = tags[i];
      if (start < 0 && Tags.begins(tag)) {
        start = i;
      }
      if (start >= 0 && Tags.ends(tag)) {
        found.add(new TaggedName(
            start, i + 1, Tags.type(tag), scale * margin(scores, tags, start, i + 1)));
        start = -1;
      }
    }
    return found;
  }

  /** The score of each tag at each character. */
  private int[] scores(CharacterFeatures features, int length) {
    int[] scores = new int[length * Tags.COUNT];
    int[] into = new int[CharacterFeatures.MOST];
    for (int i = 0; i < length; i++) {
      int n = features.at(i, into);
      long first = 0;
      long second = 0;
      for (int k = 0; k < n; k++) {
        int row = LONGS * into[k];
        first += rows[row];
        second += rows[row + 1];
      }
      for (int lane = 0; lane < 4; lane++) {
        int at = i * Tags.COUNT + lane;
        int shift = lane * 16;
        scores[at] = (int) (first >>> shift) & 0xFFFF;
        scores[at + 4] = (int) (second >>> shift) & 0xFFFF;
      }
    }
    return scores;
  }

  /** Viterbi over the allowed pairs of tags. */
  private byte[] best(int[] scores, int length) {
    byte[] from = new byte[length * Tags.COUNT];
    int[] reached = new int[Tags.COUNT];
    int[] next = new int[Tags.COUNT];
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      reached[tag] =
          Tags.starts(tag) ? transitions[Tags.COUNT * Tags.COUNT + tag] + scores[tag] : NEVER;
    }
    for (int i = 1; i < length; i++) {
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        int best = 2 * NEVER;
        byte arg = 0;
        for (byte before : BEFORE[tag]) {
          int score = reached[before] + transitions[before * Tags.COUNT + tag];
          if (score > best) {
            best = score;
            arg = before;
          }
        }
        next[tag] = best + scores[i * Tags.COUNT + tag];
        from[i * Tags.COUNT + tag] = arg;
      }
      int[] spare = reached;
      reached = next;
      next = spare;
    }
    byte[] tags = new byte[length];
    int best = Integer.MIN_VALUE;
    for (byte tag = 0; tag < Tags.COUNT; tag++) {
      if (Tags.ends(tag) && reached[tag] > best) {
        best = reached[tag];
        tags[length - 1] = tag;
      }
    }
    for (int i = length - 1; i > 0; i--) {
      tags[i - 1] = from[i * Tags.COUNT + tags[i]];
    }
    return tags;
  }

  /** What the tags of {@code [start, end)} are better than {@link Tags#OUTSIDE} all along. */
  private int margin(int[] scores, byte[] tags, int start, int end) {
    int named = 0;
    int outside = 0;
    int before = start == 0 ? Tags.COUNT : tags[start - 1];
    int otherwise = before;
    for (int i = start; i < end; i++) {
      named += scores[i * Tags.COUNT + tags[i]] + transitions[before * Tags.COUNT + tags[i]];
      outside += scores[i * Tags.COUNT] + transitions[otherwise * Tags.COUNT];
      before = tags[i];
      otherwise = Tags.OUTSIDE;
    }
    return named - outside;
  }

  private static final byte[][] BEFORE = before();

  private static byte[][] before() {
    byte[][] all = new byte[Tags.COUNT][];
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      byte[] some = new byte[Tags.COUNT];
      int n = 0;
      for (byte before = 0; before < Tags.COUNT; before++) {
        if (Tags.follows(before, tag)) {
          some[n++] = before;
        }
      }
      all[tag] = Arrays.copyOf(some, n);
    }
    return all;
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static TaggerModel read(InputStream in) throws IOException {
    DataInputStream data = FILE.open(in);
    int bits = data.readInt();
    if (bits < 10 || bits > 20) {
      throw new IOException("tagger model: 10 to 20 bits are required, got " + bits);
    }
    float scale = data.readFloat();
    int[] transitions = new int[(Tags.COUNT + 1) * Tags.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = data.readShort();
    }
    byte[] weights = new byte[Tags.COUNT << bits];
    data.readFully(weights);
    NameTable names = NameTable.read(data);
    return new TaggerModel(bits, weights, transitions, scale, names, TitleSense.read(data));
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> {
      data.writeInt(bits);
      data.writeFloat(scale);
      for (int transition : transitions) {
        data.writeShort(transition);
      }
      data.write(weights);
      names.write(data);
      sense.write(data);
    });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaggerModel m
        && scale == m.scale
        && Arrays.equals(weights, m.weights)
        && Arrays.equals(transitions, m.transitions)
        && names.equals(m.names)
        && sense.equals(m.sense);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }
}
