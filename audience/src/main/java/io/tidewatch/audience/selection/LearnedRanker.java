package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes, learns on most users, calibrates on the rest, and corrects for positives among the
 * unlabelled when asked.
 */
public final class LearnedRanker implements Ranker {
  private final String name;
  private final Learner learner;

  /** Ranks by what a learner learns, called as the learner is. */
  public LearnedRanker(Learner learner) {
    this(learner.name(), learner);
  }

  /** Ranks by what a learner learns, called {@code name} in tables. */
  public LearnedRanker(String name, Learner learner) {
    this.name = name;
    this.learner = learner;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ModelScorer fit(Sample sample, FitSettings settings, long seed) {
    settings.require(sample);
    HeldOut split = HeldOut.of(sample, settings.heldOut(), seed);
    Encoder encoder = Encoder.fit(split.training(), learner.form(), settings.encoding());
    var run = new Run(encoder, settings, split, seed);
    run.learn(split.training());
    @Nullable LabelFrequency frequency = null;
    if (settings.correction() != Correction.PLAIN) {
      frequency =
          LabelFrequency.of(run.populationProbabilities(split.calibration()), split.calibration());
      if (settings.correction() == Correction.WEIGHTED) {
        run.learn(weighted(split.training(), run, frequency));
        frequency = LabelFrequency.of(
            run.populationProbabilities(split.calibration()), split.calibration());
      }
    }
    List<Effect> effects = Effects.of(encoder, run.trained, split.training());
    String card = new ModelCard(
            name, learner.settings(), sample, settings, split, encoder, effects, frequency, seed)
        .text();
    return new ModelScorer(
        encoder, run.trained, run.calibrator, sample.unlabelledRate(), frequency, effects, card);
  }

  /** Positives, then each unlabelled entry as part positive and part negative. */
  private static Sample weighted(Sample sample, Run run, LabelFrequency frequency) {
    double[] labelled = run.populationProbabilities(sample);
    var entries = new ArrayList<Integer>();
    var labels = new ArrayList<Boolean>();
    var weights = new ArrayList<Float>();
    for (int i = 0; i < sample.size(); i++) {
      float part = sample.positive(i) ? 1 : (float) frequency.positivePart(labelled[i]);
      for (boolean label : new boolean[] {true, false}) {
        float weight = sample.weight(i) * (label ? part : 1 - part);
        if (weight > 0) {
          entries.add(i);
          labels.add(label);
          weights.add(weight);
        }
      }
    }
    boolean[] all = new boolean[entries.size()];
    float[] allWeights = new float[entries.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = labels.get(i);
      allWeights[i] = weights.get(i);
    }
    return sample
        .at(entries.stream().mapToInt(Integer::intValue).toArray())
        .labelled(all, allWeights);
  }

  /** One fit, learned once or twice with the same encoder and held-out users. */
  private final class Run {
    private final Encoder encoder;
    private final FitSettings settings;
    private final long seed;
    private final Sample calibration;
    private Learner.Trained trained = new Flat();
    private Calibrator calibrator = new PlattCalibrator(1, 0);

    Run(Encoder encoder, FitSettings settings, HeldOut split, long seed) {
      this.encoder = encoder;
      this.settings = settings;
      this.seed = seed;
      this.calibration = split.calibration();
    }

    void learn(Sample sample) {
      EncodedMatrix matrix = encoder.encode(sample.table(), sample.users());
      trained = matrix.columns() == 0
          ? new Flat()
          : learner.train(matrix, sample.labels(), sample.weights(), settings.threads(), seed);
      double[] margins = trained.margins(encoder.encode(calibration.table(), calibration.users()));
      calibrator = Calibrator.fit(
          settings.calibration(), margins, calibration.labels(), calibration.weights());
    }

    double[] populationProbabilities(Sample sample) {
      double[] margins = trained.margins(encoder.encode(sample.table(), sample.users()));
      return Arrays.stream(margins)
          .map(m -> LabelFrequency.atPopulation(calibrator.probability(m), sample.unlabelledRate()))
          .toArray();
    }
  }

  /** What is learned when no feature is left: everybody is equal. */
  private record Flat() implements Learner.Trained {
    @Override
    public double[] margins(EncodedMatrix matrix) {
      return new double[matrix.rows()];
    }

    @Override
    public double[] contributions(EncodedMatrix row) {
      return new double[1];
    }

    @Override
    public double[] importance() {
      return new double[0];
    }
  }
}
