package io.tidewatch.nlp.sentiment;

import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.weights.ModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A classifier of texts into negative and positive: two linear classifiers over hashed features, one
 * of reviews and one of posts; a third that tells reviews from posts and so decides whom to believe;
 * weights of emoticons; and coefficients that join all of it with the lexicons' verdicts. It holds
 * no vocabulary. Immutable and safe from any thread.
 */
public final class SentimentModel {
  private static final int FORMAT = 3;
  private static final ModelFile FILE = new ModelFile("sentiment", 0x5457534D, FORMAT);

  private final WeightTable words;
  private final WeightTable gate;
  private final WeightTable emoticons;
  private final double[] intercepts;
  private final Joint joint;
  private final String version;

  /**
   * A model of its parts.
   *
   * @param words weights of the reviews' and of the posts' classifier
   * @param gate weights of the classifier that answers how postly a text is
   * @param emoticons weights of {@link Emoticons}
   * @param intercepts of the three classifiers of words in the order above
   */
  public SentimentModel(
      WeightTable words,
      WeightTable gate,
      WeightTable emoticons,
      double[] intercepts,
      Joint joint) {
    if (words.width() != 2 || gate.width() != 1 || emoticons.width() != 1) {
      throw new IllegalArgumentException("tables: widths 2, 1 and 1 are required, got "
          + words.width() + ", " + gate.width() + " and " + emoticons.width());
    }
    this.words = words;
    this.gate = gate;
    this.emoticons = emoticons;
    this.intercepts = intercepts.clone();
    this.joint = joint;
    CRC32 crc = new CRC32();
    words.digest(crc);
    gate.digest(crc);
    emoticons.digest(crc);
    crc.update(joint.toString().getBytes(StandardCharsets.UTF_8));
    version = "sentiment-" + FORMAT + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** The same classifiers under other coefficients. */
  public SentimentModel with(Joint other) {
    return new SentimentModel(words, gate, emoticons, intercepts, other);
  }

  /** The model inside the product. */
  public static SentimentModel shipped() {
    return FILE.shipped(SentimentModel.class, SentimentModel::read);
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IOException}. */
  public static SentimentModel read(InputStream in) throws IOException {
    DataInputStream data = FILE.open(in);
    double[] intercepts = {data.readDouble(), data.readDouble(), data.readDouble()};
    double[] components = Joint.unfitted().components();
    for (int i = 0; i < components.length; i++) {
      components[i] = data.readDouble();
    }
    Joint joint = Joint.ofComponents(components);
    WeightTable words = WeightTable.read(data, 2);
    WeightTable gate = WeightTable.read(data, 1);
    WeightTable emoticons = WeightTable.read(data, 1);
    if (data.read() >= 0) {
      throw new IOException("sentiment model: nothing is expected behind the weights");
    }
    return new SentimentModel(words, gate, emoticons, intercepts, joint);
  }

  /** Writes a compressed binary form; {@code out} stays open. */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> {
      for (double intercept : intercepts) {
        data.writeDouble(intercept);
      }
      for (double component : joint.components()) {
        data.writeDouble(component);
      }
      words.write(data);
      gate.write(data);
      emoticons.write(data);
    });
  }

  /** Names format and content. */
  public String version() {
    return version;
  }

  public Joint joint() {
    return joint;
  }

  /**
   * What the classifiers say of a whole text.
   *
   * @param wordEnds ends of the words of the author's own part, in order
   */
  public TextEvidence read(NormalText text, int[] wordEnds) {
    var sum = new Sum(words, gate, text.length());
    TextFeatures.each(text, wordEnds, sum);
    double faces = 0;
    for (int hash : Emoticons.of(text)) {
      faces += emoticons.weight(hash, 0);
    }
    return sum.evidence(intercepts, faces);
  }

  /**
   * The log-odds that the characters of {@code [from, to)} are positive, by their n-grams alone:
   * without words, emoticons and lexicons; unbounded, not calibrated; 0 when empty.
   */
  public double ngramScore(NormalText text, int from, int to) {
    var sum = new Sum(words, gate, to - from);
    TextFeatures.ngrams(text, from, to, sum);
    return sum.count == 0 ? 0 : joint.words(sum.evidence(intercepts, 0));
  }

  /**
   * Calibrated log-odds that a text is positive.
   *
   * @param lexicon verdict of the lexicons on words, -1 to 1
   * @param face verdict of the lexicons on emoticons, -1 to 1
   * @param named whether the text names anything of the catalogue
   */
  public double logOdds(TextEvidence evidence, double lexicon, double face, boolean named) {
    return joint.logOdds(evidence, lexicon, face, named);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SentimentModel m
        && joint.equals(m.joint)
        && Arrays.equals(intercepts, m.intercepts)
        && words.equals(m.words)
        && gate.equals(m.gate)
        && emoticons.equals(m.emoticons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, gate, joint);
  }

  /** Collects the features of one text before it looks most of them up. */
  private static final class Sum implements TextFeatures.Sink {
    private final WeightTable words;
    private final WeightTable gate;
    private final int[] features;
    private int count;
    private int brief;
    private long postly;

    private Sum(WeightTable words, WeightTable gate, int length) {
      this.words = words;
      this.gate = gate;
      features = new int[TextFeatures.most(length)];
    }

    @Override
    public void brief(int hash) {
      features[count++] = hash;
      postly += gate.square(hash, 0);
      brief++;
    }

    @Override
    public void longer(int hash) {
      features[count++] = hash;
    }

    private TextEvidence evidence(double[] intercepts, double emoticons) {
      if (count == 0) {
        return new TextEvidence(0, 0, 1 / (1 + Math.exp(-intercepts[2])), 0, emoticons);
      }
      double[] verdicts = new double[2];
      int known = words.addPairs(features, count, verdicts);
      double scale = 1 / Math.sqrt(count);
      double post = postly * gate.unit(0) / Math.sqrt(Math.max(1, brief)) + intercepts[2];
      return new TextEvidence(
          verdicts[0] * scale + intercepts[0],
          verdicts[1] * scale + intercepts[1],
          1 / (1 + Math.exp(-post)),
          known / (double) count,
          emoticons);
    }
  }
}
