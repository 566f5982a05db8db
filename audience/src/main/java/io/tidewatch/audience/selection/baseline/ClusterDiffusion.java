package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Effect;
import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.EncodingSettings;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters the positives by their one-hot rows, each brought to length 1, and ranks everybody by the
 * squared distance to the nearest cluster; clusters with less than one in a hundred of the positives
 * are noise. A user without any column comes last.
 *
 * @param clusters most clusters, at least 1
 */
record ClusterDiffusion(int clusters) implements Ranker {
  private static final int MOST_COLUMNS = 500;
  private static final double NOISE = 0.01;
  private static final double FARTHEST = 4;

  @Override
  public String name() {
    return "seed clusters";
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    settings.require(sample);
    EncodingSettings all = settings.encoding();
    Encoder encoder = Encoder.fit(
        sample,
        Form.ONE_HOT,
        new EncodingSettings(
            all.discretisation(),
            all.minUsers(),
            all.minInformation(),
            all.deviations(),
            Math.min(MOST_COLUMNS, all.maxColumns())));
    int[] users = sample.users();
    int[] seeds = IntStream.range(0, users.length)
        .filter(sample::positive)
        .map(e -> users[e])
        .toArray();
    EncodedMatrix matrix = encoder.encode(sample.table(), seeds);
    var tree = new CfTree(clusters);
    for (int row = 0; row < matrix.rows(); row++) {
      double length = length(matrix, row);
      if (length > 0) {
        double[] point = new double[matrix.columns()];
        for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
          point[matrix.columnArray()[e]] = matrix.valueArray()[e] / length;
        }
        tree.add(point);
      }
    }
    List<double[]> centres = tree.clusters().stream()
        .filter(c -> c.count() >= NOISE * seeds.length)
        .map(ClusteringFeature::centre)
        .toList();
    return new Nearest(encoder, centres);
  }

  private static double length(EncodedMatrix matrix, int row) {
    double squares = 0;
    for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
      squares += matrix.valueArray()[e] * matrix.valueArray()[e];
    }
    return Math.sqrt(squares);
  }

  private record Nearest(Encoder encoder, List<double[]> centres) implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      EncodedMatrix matrix =
          encoder.encode(table, IntStream.range(0, table.size()).toArray());
      double[] lengths = centres.stream().mapToDouble(Nearest::squares).toArray();
      double[] scores = new double[matrix.rows()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = -FARTHEST;
        double length = length(matrix, i);
        for (int c = 0; c < lengths.length && length > 0; c++) {
          double dot = 0;
          for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
            dot += matrix.valueArray()[e] * centres.get(c)[matrix.columnArray()[e]];
          }
          scores[i] = Math.max(scores[i], 2 * dot / length - 1 - lengths[c]);
        }
      }
      return scores;
    }

    private static double squares(double[] centre) {
      double sum = 0;
      for (double each : centre) {
        sum += each * each;
      }
      return sum;
    }

    @Override
    public List<Effect> effects() {
      return List.of();
    }

    @Override
    public String card() {
      return "Model: nearest of " + centres.size()
          + " clusters of the seeds; scores are not probabilities\n";
    }
  }
}
