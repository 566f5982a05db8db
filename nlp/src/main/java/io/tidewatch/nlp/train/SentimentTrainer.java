package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.sentiment.CharacterNgrams;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.NormalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains the sentiment model that ships. Texts are split by a hash of their normalised letters, so
 * that equal texts never stand on two sides: a fifth is held out for the figures, 8 % calibrates,
 * the rest trains. Deterministic for one seed.
 */
public final class SentimentTrainer {
  /** Sets whose labels were made from the emoticons in their texts. */
  public static final Set<String> LABELLED_BY_EMOTICONS = Set.of("weibo-senti-100k");

  private static final int BITS = 20;
  private static final int EPOCHS = 8;
  private static final double RATE = 0.1;
  private static final double DECAY = 1e-4;
  private static final double THRESHOLD = 0.55;
  private static final int FIFTHS = 5;
  private static final int CALIBRATION = 10;

  private final EvidenceReader reader;
  private final CharacterNgrams ngrams = new CharacterNgrams(BITS);
  private final long seed;

  public SentimentTrainer(Catalogue catalogue, Lexicons lexicons, long seed) {
    this.reader = new EvidenceReader(catalogue, lexicons);
    this.seed = seed;
  }

  /**
   * Accuracy on the held-out fifth of one domain.
   *
   * @param withoutEmoticons accuracy when emoticons are not looked at
   * @param lexicon accuracy of the vote of lexicon words alone
   * @param covered share of texts on which the classifier does not abstain
   * @param whenCovered accuracy on those
   */
  public record Figures(
      String domain,
      int texts,
      double accuracy,
      double withoutEmoticons,
      double lexicon,
      double covered,
      double whenCovered) {}

  /**
   * A trained model with its figures, by domain and last over all.
   *
   * @param calibrationError expected calibration error over ten bins, 0 to 1
   */
  public record Trained(
      SentimentModel model,
      int trainingTexts,
      int heldOutTexts,
      double calibrationError,
      List<Figures> figures) {}

  /**
   * Trains from every labelled file under {@code data} (see {@link LabelledFiles}) and writes the
   * model to {@code out}.
   *
   * @throws IllegalArgumentException when fewer than 100 labelled texts are found
   */
  public Trained train(Path data, Path out) throws IOException {
    Trained trained = train(new LabelledFiles().read(data));
    try (OutputStream stream = Files.newOutputStream(out)) {
      trained.model().write(stream);
    }
    return trained;
  }

  /** Trains from texts. */
  public Trained train(List<LabelledText> texts) {
    var training = new ArrayList<SparseLogisticRegression.Example>();
    var calibration = new ArrayList<Item>();
    var heldOut = new ArrayList<Item>();
    var seen = new HashSet<Long>();
    for (LabelledText text : texts) {
      Item item = item(text);
      if (item == null || !seen.add(item.hash)) {
        continue;
      }
      if (Math.floorMod(item.hash, FIFTHS) == 0) {
        heldOut.add(item);
      } else if (Math.floorMod(item.hash / FIFTHS, CALIBRATION) == 0) {
        calibration.add(item);
      } else {
        training.add(item.example);
      }
    }
    if (training.size() < 100) {
      throw new IllegalArgumentException(
          "data: at least 100 labelled texts are required, got " + training.size());
    }
    float[] weights = new SparseLogisticRegression(1 << BITS, EPOCHS, RATE, DECAY)
        .fit(training, new SplittableRandom(seed));
    var none = new SentimentModel.Joint(0, 1, 0, 0, THRESHOLD);
    SentimentModel raw = SentimentModel.of(BITS, Arrays.copyOf(weights, 1 << BITS), none);
    var rows = calibration.stream().map(i -> row(raw, i)).toList();
    SentimentModel model = raw.with(EvidenceFit.fit(rows, THRESHOLD));
    return report(model, training.size(), heldOut);
  }

  private record Item(
      LabelledText text,
      long hash,
      SparseLogisticRegression.Example example,
      EvidenceReader.Evidence evidence) {}

  private @Nullable Item item(LabelledText text) {
    var evidence = reader.read(text.text());
    NormalText normal = evidence.text();
    int own = normal.ownEnd();
    int[] features = new int[3 * own + 3];
    int[] count = {0};
    ngrams.each(normal, 0, own, bucket -> features[count[0]++] = bucket);
    if (count[0] == 0) {
      return null;
    }
    var example =
        new SparseLogisticRegression.Example(Arrays.copyOf(features, count[0]), text.positive());
    return new Item(text, hash(normal), example, evidence);
  }

  private static long hash(NormalText text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.at(i))) {
        h = (h ^ text.at(i)) * 0x100000001B3L;
      }
    }
    h ^= h >>> 33;
    h *= 0xFF51AFD7ED558CCDL;
    return h ^ h >>> 33;
  }

  private static EvidenceFit.Row row(SentimentModel model, Item item) {
    var e = item.evidence;
    return new EvidenceFit.Row(
        model.ngramScore(e.text(), 0, e.text().ownEnd()),
        e.lexicon(),
        e.emoticon(),
        item.text.positive(),
        !LABELLED_BY_EMOTICONS.contains(item.text.domain()));
  }

  private static Trained report(SentimentModel model, int trained, List<Item> heldOut) {
    Map<String, Tally> tallies = new TreeMap<>();
    Tally all = new Tally();
    double[] confidence = new double[11];
    double[] right = new double[11];
    for (Item item : heldOut) {
      var row = row(model, item);
      double odds = model.logOdds(row.ngram(), row.lexicon(), row.emoticon());
      double plain = model.logOdds(row.ngram(), row.lexicon(), 0);
      double sure = 1 / (1 + Math.exp(-Math.abs(odds)));
      boolean ok = odds >= 0 == row.positive();
      for (Tally t : List.of(tallies.computeIfAbsent(item.text.domain(), d -> new Tally()), all)) {
        t.texts++;
        t.right += ok ? 1 : 0;
        t.plain += plain >= 0 == row.positive() ? 1 : 0;
        t.lexicon += row.lexicon() == 0 ? 0.5 : row.lexicon() > 0 == row.positive() ? 1 : 0;
        if (sure >= model.joint().threshold()) {
          t.covered++;
          t.rightCovered += ok ? 1 : 0;
        }
      }
      int bin = (int) ((sure - 0.5) * 20);
      confidence[bin] += sure;
      right[bin] += ok ? 1 : 0;
    }
    double error = 0;
    for (int i = 0; i < confidence.length; i++) {
      error += Math.abs(confidence[i] - right[i]) / Math.max(1, heldOut.size());
    }
    var figures = new ArrayList<Figures>();
    tallies.forEach((domain, tally) -> figures.add(tally.figures(domain)));
    figures.add(all.figures("all"));
    return new Trained(model, trained, heldOut.size(), error, List.copyOf(figures));
  }

  private static final class Tally {
    private int texts;
    private double right;
    private double plain;
    private double lexicon;
    private double covered;
    private double rightCovered;

    private Figures figures(String domain) {
      double n = Math.max(1, texts);
      return new Figures(
          domain,
          texts,
          right / n,
          plain / n,
          lexicon / n,
          covered / n,
          rightCovered / Math.max(1, covered));
    }
  }
}
