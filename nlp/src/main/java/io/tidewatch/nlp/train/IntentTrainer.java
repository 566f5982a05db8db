package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.IntentEvidenceReader;
import io.tidewatch.nlp.intent.IntentModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Trains the intent classifier: multinomial logistic regression by AdaGrad. Of texts in a folder
 * named {@code gold} or {@code samples} the odd half only measures.
 */
public final class IntentTrainer {
  private static final int BITS = 16;
  private static final int CLASSES = IntentModel.CLASSES;
  private static final int EPOCHS = 30;
  private static final double RATE = 0.1;
  private static final double DECAY_NGRAMS = 3e-4;
  private static final double DECAY_EVIDENCE = 1e-3;
  private static final List<String> HALVED = List.of("gold", "samples");
  /** Samples are mostly reviews and would drown the other intents. */
  private static final double COST_OF_SAMPLES = 0.3;

  private static final int FEWEST = 100;

  private final IntentEvidenceReader reader;
  private final long seed;

  public IntentTrainer(Catalogue catalogue, Lexicons lexicons, long seed) {
    reader = new IntentEvidenceReader(catalogue, lexicons);
    this.seed = seed;
  }

  /** Accuracy on the held-out texts of one set. */
  public record Figures(String set, int texts, double accuracy) {}

  /** A trained model with its figures. */
  public record Trained(IntentModel model, int texts, List<Figures> figures) {}

  /**
   * Trains from files (see {@link IntentText}) and writes the model.
   *
   * @throws IllegalArgumentException when fewer than 100 texts are left to train
   */
  public Trained train(List<Path> files, Path out) throws IOException {
    var texts = new ArrayList<IntentText>();
    for (Path file : files) {
      texts.addAll(IntentText.read(file));
    }
    Trained trained = train(texts);
    try (OutputStream stream = Files.newOutputStream(out)) {
      trained.model().write(stream);
    }
    return trained;
  }

  private record Example(IntentEvidenceReader.Evidence seen, int intent, double cost, String set) {}

  /** Trains from texts. */
  public Trained train(List<IntentText> texts) {
    var training = new ArrayList<Example>();
    var heldOut = new ArrayList<Example>();
    for (IntentText text : texts) {
      double cost = text.set().equals("samples") ? COST_OF_SAMPLES : 1;
      boolean measures = HALVED.contains(text.set()) && text.odd();
      (measures ? heldOut : training)
          .add(new Example(
              reader.read(text.text()), IntentModel.indexOf(text.intent()), cost, text.set()));
    }
    if (training.size() < FEWEST) {
      throw new IllegalArgumentException(
          "data: at least " + FEWEST + " texts to train are required, got " + training.size());
    }
    IntentModel model = fit(training);
    return new Trained(model, training.size(), figures(model, heldOut));
  }

  private IntentModel fit(List<Example> examples) {
    var ngrams = new Weights(CLASSES << BITS, DECAY_NGRAMS);
    var evidence = new Weights(CLASSES * (IntentEvidenceReader.size() + 1), DECAY_EVIDENCE);
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    var random = new SplittableRandom(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      for (int i : order) {
        learn(examples.get(i), ngrams, evidence);
      }
      if (epoch >= EPOCHS / 2) {
        ngrams.remember(EPOCHS - EPOCHS / 2);
        evidence.remember(EPOCHS - EPOCHS / 2);
      }
    }
    return IntentModel.of(BITS, ngrams.mean, evidence.mean);
  }

  private static void learn(Example example, Weights ngrams, Weights evidence) {
    int[] features = example.seen().ngrams();
    double[] pieces = example.seen().pieces();
    double value = 1 / Math.sqrt(Math.max(1, features.length));
    int mask = (1 << BITS) - 1;
    double[] errors = new double[CLASSES];
    for (int f : features) {
      ngrams.addTo(errors, f & mask, value);
    }
    for (int i = 0; i < pieces.length; i++) {
      evidence.addTo(errors, i, pieces[i]);
    }
    evidence.addTo(errors, pieces.length, 1);
    IntentModel.softmax(errors);
    errors[example.intent()] -= 1;
    for (int f : features) {
      ngrams.learn(errors, f & mask, value * example.cost());
    }
    for (int i = 0; i < pieces.length; i++) {
      evidence.learn(errors, i, pieces[i] * example.cost());
    }
    evidence.learn(errors, pieces.length, example.cost());
  }

  private static List<Figures> figures(IntentModel model, List<Example> heldOut) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Example example : heldOut) {
      double[] scores = model.scores(example.seen().ngrams(), example.seen().pieces());
      int best = IntentModel.best(scores);
      int[] count = counts.computeIfAbsent(example.set(), s -> new int[2]);
      count[0]++;
      count[1] += best == example.intent() ? 1 : 0;
    }
    var figures = new ArrayList<Figures>();
    counts.forEach((set, c) -> figures.add(new Figures(set, c[0], c[1] / (double) c[0])));
    return figures;
  }

  /** Weights of features, one a class side by side, with their AdaGrad sums and their mean. */
  private static final class Weights {
    private final float[] now;
    private final float[] squares;
    private final float[] mean;
    private final double decay;

    private Weights(int size, double decay) {
      now = new float[size];
      squares = new float[size];
      mean = new float[size];
      this.decay = decay;
    }

    private void addTo(double[] scores, int feature, double value) {
      if (value != 0) {
        for (int k = 0; k < CLASSES; k++) {
          scores[k] += now[feature * CLASSES + k] * value;
        }
      }
    }

    private void learn(double[] errors, int feature, double value) {
      for (int k = 0; value != 0 && k < CLASSES; k++) {
        int at = feature * CLASSES + k;
        double gradient = errors[k] * value + decay * now[at];
        squares[at] += (float) (gradient * gradient);
        now[at] -= (float) (RATE * gradient / (Math.sqrt(squares[at]) + 1e-6));
      }
    }

    private void remember(int times) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += now[i] / times;
      }
    }
  }
}
