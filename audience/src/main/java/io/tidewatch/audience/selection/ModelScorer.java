package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores by a learned model. Users are encoded and scored some at a time, to spare memory. */
public final class ModelScorer implements Scorer {
  private static final int BATCH = 100_000;

  private final Encoder encoder;
  private final Learner.Trained trained;
  private final Calibrator calibrator;
  private final double unlabelledRate;
  private final @Nullable LabelFrequency frequency;
  private final List<Effect> effects;
  private final String card;

  ModelScorer(
      Encoder encoder,
      Learner.Trained trained,
      Calibrator calibrator,
      double unlabelledRate,
      @Nullable LabelFrequency frequency,
      List<Effect> effects,
      String card) {
    this.encoder = encoder;
    this.trained = trained;
    this.calibrator = calibrator;
    this.unlabelledRate = unlabelledRate;
    this.frequency = frequency;
    this.effects = List.copyOf(effects);
    this.card = card;
  }

  /**
   * Probability of being a labelled positive in a population mixed as the sample was, 0 to 1. A cut
   * at 0.5 is a cut on this number.
   */
  @Override
  public double[] scores(UserTable table) {
    return each(table, calibrator::probability);
  }

  /**
   * Probability of being a positive among all users, 0 to 1: unlabelled users count as many as they
   * are, and the correction, if one was asked for, is applied. Values at 1 may be cut.
   */
  public double[] probabilities(UserTable table) {
    LabelFrequency labelled = frequency;
    return each(table, margin -> {
      double p = LabelFrequency.atPopulation(calibrator.probability(margin), unlabelledRate);
      return labelled == null ? p : labelled.corrected(p);
    });
  }

  private double[] each(UserTable table, DoubleUnaryOperator of) {
    double[] all = new double[table.size()];
    for (int from = 0; from < all.length; from += BATCH) {
      int[] users = IntStream.range(from, Math.min(all.length, from + BATCH)).toArray();
      double[] margins = trained.margins(encoder.encode(table, users));
      for (int i = 0; i < margins.length; i++) {
        all[from + i] = of.applyAsDouble(margins[i]);
      }
    }
    return all;
  }

  /**
   * Of the learner's margin, through the calibration: Platt's curve is a straight line in log-odds, so
   * everything is multiplied by its slope; what another curve bends counts to the start.
   */
  @Override
  public Optional<Contributions> contributions(UserTable table, int user) {
    double[] added = trained.contributions(encoder.encode(table, new int[] {user}));
    Map<String, Double> byFeature = new LinkedHashMap<>();
    double sum = 0;
    double margin = Arrays.stream(added).sum();
    for (int column = 0; column < added.length - 1; column++) {
      double own = calibrator.slope() * added[column];
      if (own != 0) {
        byFeature.merge(encoder.columns().get(column).feature(), own, Double::sum);
        sum += own;
      }
    }
    double logOdds = Logistic.logit(calibrator.probability(margin));
    return Optional.of(new Contributions(logOdds - sum, byFeature));
  }

  /** How features become columns. */
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public List<Effect> effects() {
    return effects;
  }

  @Override
  public String card() {
    return card;
  }
}
