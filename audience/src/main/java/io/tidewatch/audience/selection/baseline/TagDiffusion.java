package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;

/**
 * The sum, over a user's kept tags, of ln[odds of the tag among positives / odds among the
 * unlabelled], half a user added to each count. Kept are those with enough information above chance;
 * a bin of a number is a tag.
 *
 * <p>The sum of independent log-likelihood ratios is naive Bayes (M. Maron, Journal of the ACM 8,
 * 1961).
 */
record TagDiffusion() implements Ranker {
  private static final double HALF = 0.5;

  @Override
  public String name() {
    return "tag diffusion";
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    settings.require(sample);
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, settings.encoding());
    int[] users = sample.users();
    ColumnSums sums = ColumnSums.of(encoder.encode(sample.table(), users), sample);
    double[] weights = new double[sums.columns()];
    for (int c = 0; c < weights.length; c++) {
      double others = sums.all(c) - sums.positive(c);
      weights[c] = logOdds(sums.positive(c), sums.positives())
          - logOdds(others, sums.users() - sums.positives());
    }
    return new ColumnScorer(name(), encoder, weights, false);
  }

  private static double logOdds(double with, double all) {
    return Math.log((with + HALF) / (all - with + HALF));
  }
}
