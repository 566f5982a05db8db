package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.sentiment.Emoticons;
import io.tidewatch.nlp.sentiment.Joint;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.NormalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Trains the sentiment model that ships. Texts are split by {@link NearDuplicates}' groups, so that
 * equal and nearly equal texts never stand on two sides: a tenth is held out for the figures, the
 * rest trains. The coefficients that join the evidence are fitted on the rest by cross-fitting: each
 * text is judged by classifiers that have not seen it. Deterministic for one seed.
 */
public final class SentimentTrainer {
  private static final double THRESHOLD = 0.55;

  /**
   * Coefficient of what the lexicons say of emoticons. It is set: nearly all emoticons of the
   * labelled texts are learned, those that customers will meet are not.
   */
  private static final double FACE = 1.5;

  /**
   * Shift, and weight of the lexicons, where little of a text is known. They are set, on the shipped
   * samples: labelled are mostly reviews of ten years ago, and read are mostly posts of today, which
   * look negative to what learned from those.
   */
  private static final double STRANGE = 1.2;

  private static final double STRANGE_LEXICON = 2.0;

  /** Of what share of the labelled texts less may be known before a text is strange. */
  private static final double USUAL = 0.5;

  private static final int TENTHS = 10;
  private static final int FOLDS = 4;
  private static final int FEWEST_TEXTS = 100;

  /** Share of texts with hashtags, emoticons or quoted words that makes a domain one of posts. */
  private static final double POSTLY = 0.2;

  private final EvidenceReader reader;
  private final long seed;

  public SentimentTrainer(Catalogue catalogue, Lexicons lexicons, long seed) {
    this.reader = new EvidenceReader(catalogue, lexicons);
    this.seed = seed;
  }

  /**
   * A trained model with its figures on the held-out tenth, by domain and last over all.
   *
   * @param calibrationError expected calibration error over ten bins, 0 to 1
   */
  public record Trained(
      SentimentModel model,
      int trainingTexts,
      int heldOutTexts,
      double calibrationError,
      List<HeldOutFigures> figures) {
    public Trained {
      figures = List.copyOf(figures);
    }
  }

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

  /** Trains from nine tenths of the texts. */
  public Trained train(List<LabelledText> texts) {
    var training = new ArrayList<TrainingText>();
    var heldOut = new ArrayList<TrainingText>();
    for (TrainingText text : prepare(texts)) {
      if (Long.remainderUnsigned(text.group(), TENTHS) == 0) {
        heldOut.add(text);
      } else if (!text.repeated()) {
        training.add(text);
      }
    }
    SentimentModel model = fit(training);
    var figures = new HeldOutFigures.Counter(model);
    heldOut.forEach(figures::add);
    return new Trained(
        model, training.size(), heldOut.size(), figures.calibrationError(), figures.byDomain());
  }

  /**
   * Trains from all of the texts and holds nothing out.
   *
   * @throws IllegalArgumentException when there are fewer than 100
   */
  public SentimentModel trainOnAll(List<LabelledText> texts) {
    return fit(prepare(texts).stream().filter(t -> !t.repeated()).toList());
  }

  private SentimentModel fit(List<TrainingText> texts) {
    if (texts.size() < FEWEST_TEXTS) {
      throw new IllegalArgumentException("data: at least "
          + FEWEST_TEXTS
          + " different labelled texts are required, got "
          + texts.size());
    }
    var classifiers = new Classifiers(seed);
    var rows = new ArrayList<LogisticFit.Row>(texts.size());
    var known = new ArrayList<Double>(texts.size());
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      SentimentModel model =
          classifiers.fit(texts.stream().filter(t -> fold(t) != held).toList(), Joint.unfitted());
      for (TrainingText text : texts) {
        if (fold(text) == held) {
          var e = text.evidence();
          var read = model.read(e.text(), e.wordEnds());
          rows.add(
              new LogisticFit.Row(Joint.terms(read, e.lexicon(), e.emoticon()), text.positive()));
          known.add(read.known());
        }
      }
    }
    known.sort(null);
    double familiar = rounded(known.get((int) (known.size() * USUAL)));
    var set = new Joint(0, 0, 0, 0, 0, FACE, 0, 0, STRANGE, STRANGE_LEXICON, familiar, THRESHOLD);
    double[] fitted = LogisticFit.fit(rows, Joint.TERMS, Map.of(Joint.FACE_TERM, FACE));
    return classifiers.fit(
        texts,
        set.withFitted(Arrays.stream(fitted).map(SentimentTrainer::rounded).toArray()));
  }

  /** More digits than the fit supports would only differ from run to run. */
  private static double rounded(double coefficient) {
    return Math.round(coefficient * 1000) / 1000.0;
  }

  private static int fold(TrainingText text) {
    return (int) Long.remainderUnsigned(Long.divideUnsigned(text.group(), TENTHS), FOLDS);
  }

  private List<TrainingText> prepare(List<LabelledText> texts) {
    var kept = new ArrayList<LabelledText>();
    var read = new ArrayList<EvidenceReader.Evidence>();
    var normal = new ArrayList<NormalText>();
    var repeated = new ArrayList<Boolean>();
    var seen = new HashSet<Long>();
    var seenInDomain = new HashSet<String>();
    Map<String, int[]> domains = new HashMap<>();
    for (LabelledText text : texts) {
      var evidence = reader.read(text.text());
      long hash = NearDuplicates.hash(evidence.text());
      if (!seenInDomain.add(hash + text.domain())) {
        continue;
      }
      kept.add(text);
      read.add(evidence);
      normal.add(evidence.text());
      repeated.add(!seen.add(hash));
      int[] count = domains.computeIfAbsent(text.domain(), d -> new int[2]);
      count[0]++;
      count[1] += postly(evidence.text()) ? 1 : 0;
    }
    long[] groups = NearDuplicates.groups(normal);
    var out = new ArrayList<TrainingText>(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      int[] count = domains.getOrDefault(kept.get(i).domain(), new int[2]);
      out.add(TrainingText.of(
          kept.get(i), read.get(i), groups[i], repeated.get(i), count[1] > POSTLY * count[0]));
    }
    return out;
  }

  private static boolean postly(NormalText text) {
    return text.ownEnd() < text.length()
        || !text.hashtags().isEmpty()
        || Emoticons.of(text).length > 0;
  }
}
