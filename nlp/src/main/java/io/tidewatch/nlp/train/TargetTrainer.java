package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.TargetEvidenceReader;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.target.TargetModel;
import io.tidewatch.nlp.target.TargetNgrams;
import io.tidewatch.nlp.train.TargetFiles.JudgedTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Trains the target classifier: n-grams on most texts, the coefficients that join them with the
 * rules on others, figures on a fifth that neither saw. Texts are split by a hash of their letters.
 */
public final class TargetTrainer {
  private static final int BITS = 19;
  private static final int EPOCHS = 8;
  private static final double RATE = 0.1;
  private static final double DECAY = 1e-6;
  private static final int PARTS = 5;
  /** The folder whose odd half only measures. */
  private static final String GOLD = "gold";
  /** Sentences written for the join: they train no n-grams. */
  private static final String WRITTEN = "written";

  /** Aspects of labelled reviews: they train n-grams, the document classifier knows them. */
  private static final String REVIEWS = "reviews";

  private static final int SHORT = 40;

  private final TargetEvidenceReader reader;
  private final long seed;

  public TargetTrainer(Catalogue catalogue, Lexicons lexicons, SentimentModel model, long seed) {
    reader = new TargetEvidenceReader(catalogue, lexicons, model);
    this.seed = seed;
  }

  /** Accuracy of the sign on held-out targets of one set, beside the text's own and the majority. */
  public record Figures(
      String set,
      int targets,
      double accuracy,
      double macroF1,
      double wholeText,
      double majority) {}

  /** A trained model with its figures. */
  public record Trained(
      TargetModel model, int trained, int aspects, int joined, List<Figures> figures) {}

  /**
   * Trains from every file under {@code paths} (see {@link TargetFiles}) and writes the model.
   *
   * @throws IllegalArgumentException when fewer than 100 targets are found
   */
  public Trained train(List<Path> paths, Path out) throws IOException {
    var targets = new ArrayList<JudgedTarget>();
    for (Path path : paths) {
      List<JudgedTarget> judged = new TargetFiles().read(path);
      targets.addAll(judged.isEmpty() ? ofReviews(new LabelledFiles().read(path)) : judged);
    }
    Trained trained = train(targets);
    try (OutputStream stream = Files.newOutputStream(out)) {
      trained.model().write(stream);
    }
    return trained;
  }

  /** Aspects of short labelled reviews: what the review says is said of each of them. */
  private List<JudgedTarget> ofReviews(List<LabelledText> reviews) {
    var targets = new ArrayList<JudgedTarget>();
    for (LabelledText review : reviews) {
      if (review.text().length() <= SHORT) {
        for (Span span : reader.aspects(review.text())) {
          targets.add(new JudgedTarget(REVIEWS, review.text(), span, review.positive()));
        }
      }
    }
    return targets;
  }

  private record Item(JudgedTarget target, TargetEvidenceReader.Case words) {}

  /** Trains from targets; those of one text should follow each other. */
  public Trained train(List<JudgedTarget> targets) {
    var training = new ArrayList<CountRatioRegression.Example>();
    var aspects = new ArrayList<CountRatioRegression.Example>();
    var joining = new ArrayList<Item>();
    var heldOut = new ArrayList<Item>();
    for (int i = 0; i < targets.size(); ) {
      int next = i + 1;
      while (next < targets.size()
          && targets.get(next).text().equals(targets.get(i).text())) {
        next++;
      }
      place(targets.subList(i, next), training, aspects, joining, heldOut);
      i = next;
    }
    if (training.size() < 100) {
      throw new IllegalArgumentException(
          "data: at least 100 judged targets are required, got " + training.size());
    }
    var regression = new CountRatioRegression(1 << BITS, EPOCHS, RATE, DECAY);
    List<float[]> tables = List.of(
        regression.fit(training, new SplittableRandom(seed)),
        regression.fit(aspects, new SplittableRandom(seed)));
    double[] none = new double[TargetEvidenceReader.size() + tables.size() + 1];
    TargetModel raw = TargetModel.of(BITS, tables, none);
    TargetModel model = raw.with(join(raw, joining));
    return new Trained(
        model, training.size(), aspects.size(), joining.size(), figures(model, heldOut));
  }

  private void place(
      List<JudgedTarget> of,
      List<CountRatioRegression.Example> training,
      List<CountRatioRegression.Example> aspects,
      List<Item> joining,
      List<Item> heldOut) {
    String text = of.getFirst().text();
    List<Span> spans = of.stream().map(JudgedTarget::target).toList();
    List<TargetEvidenceReader.Case> cases = reader.read(text, spans);
    String set = of.getFirst().set();
    boolean gold = set.equals(GOLD);
    long hash = crc(gold ? text : letters(text));
    for (int i = 0; i < of.size(); i++) {
      Item item = new Item(of.get(i), cases.get(i));
      if (gold ? hash % 2 == 1 : hash % PARTS == 0) {
        heldOut.add(item);
      } else if (item.target().set().equals(REVIEWS)) {
        aspects.add(example(item));
      } else if (gold || set.equals(WRITTEN) || hash / PARTS % PARTS == 0) {
        joining.add(item);
      } else {
        training.add(example(item));
        aspects.add(training.getLast());
      }
    }
  }

  private static CountRatioRegression.Example example(Item item) {
    var words = item.words();
    var buckets = new ArrayList<Integer>();
    new TargetNgrams(BITS).each(words.text(), words.end(), words.from(), words.to(), buckets::add);
    return new CountRatioRegression.Example(
        buckets.stream().mapToInt(Integer::intValue).toArray(), item.target().positive());
  }

  private static double[] join(TargetModel raw, List<Item> items) {
    Map<String, Integer> sizes = new TreeMap<>();
    items.forEach(i -> sizes.merge(i.target().set(), 1, Integer::sum));
    var rows = new ArrayList<JointFit.Row>();
    for (Item item : items) {
      double[] values = item.words().values();
      double[] scores = scores(raw, item);
      double[] x = new double[values.length + scores.length + 1];
      x[0] = 1;
      System.arraycopy(scores, 0, x, 1, scores.length);
      System.arraycopy(values, 0, x, scores.length + 1, values.length);
      double weight = 1.0 / sizes.getOrDefault(item.target().set(), 1);
      rows.add(new JointFit.Row(x, item.target().positive(), weight));
    }
    return JointFit.fit(rows);
  }

  private static double[] scores(TargetModel model, Item item) {
    var words = item.words();
    return model.scores(words.text(), words.end(), words.from(), words.to());
  }

  private static List<Figures> figures(TargetModel model, List<Item> heldOut) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Item item : heldOut) {
      int[] c = counts.computeIfAbsent(item.target().set(), s -> new int[6]);
      boolean said = model.logOdds(scores(model, item), item.words().values()) >= 0;
      boolean positive = item.target().positive();
      c[positive ? said ? 0 : 1 : said ? 2 : 3]++;
      c[4] += item.words().values()[1] >= 0 == positive ? 1 : 0;
    }
    var figures = new ArrayList<Figures>();
    counts.forEach((set, c) -> {
      double n = c[0] + c[1] + c[2] + c[3];
      double up = 2.0 * c[0] / Math.max(1, 2 * c[0] + c[1] + c[2]);
      double down = 2.0 * c[3] / Math.max(1, 2 * c[3] + c[1] + c[2]);
      figures.add(new Figures(
          set,
          (int) n,
          (c[0] + c[3]) / n,
          (up + down) / 2,
          c[4] / n,
          Math.max(c[0] + c[1], c[2] + c[3]) / n));
    });
    return figures;
  }

  private static String letters(String text) {
    var out = new StringBuilder(text.length());
    text.chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
