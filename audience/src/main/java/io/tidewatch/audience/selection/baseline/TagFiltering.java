package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;

/**
 * Item-based collaborative filtering with tags as items and "buys the brand" as the item to
 * predict: Σ over the user's tags of cos(tag, brand), over the length of the user's row.
 *
 * <p>B. Sarwar et al., Item-based collaborative filtering recommendation algorithms, WWW 2001; tags
 * as items after K. Tso-Sutter, L. Marinho, L. Schmidt-Thieme, SAC 2008.
 */
record TagFiltering() implements Ranker {
  @Override
  public String name() {
    return "tag-based collaborative filtering";
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    settings.require(sample);
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, settings.encoding());
    int[] users = sample.users();
    ColumnSums sums = ColumnSums.of(encoder.encode(sample.table(), users), sample);
    double[] weights = new double[sums.columns()];
    for (int c = 0; c < weights.length; c++) {
      double scale = Math.sqrt(sums.all(c) * sums.positives());
      weights[c] = scale > 0 ? sums.positive(c) / scale : 0;
    }
    return new ColumnScorer(name(), encoder, weights, true);
  }
}
