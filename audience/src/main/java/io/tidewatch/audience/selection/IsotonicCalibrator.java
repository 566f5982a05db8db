package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The non-decreasing curve nearest to the labels in squared distance, by pooling neighbours that
 * fall; between the centres of two pools it is a straight line, outside them it is flat, so users
 * may come out equal. Every pool is drawn towards the whole sample's rate by one user.
 *
 * <p>B. Zadrozny, C. Elkan, Transforming classifier scores into accurate multiclass probability
 * estimates, KDD 2002.
 */
final class IsotonicCalibrator implements Calibrator {
  private final double[] centre;
  private final double[] rate;

  private IsotonicCalibrator(double[] centre, double[] rate) {
    this.centre = centre;
    this.rate = rate;
  }

  static IsotonicCalibrator fit(double[] margins, boolean[] positive, float[] weights) {
    int[] order = IntStream.range(0, margins.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> margins[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] weight = new double[order.length];
    double[] hits = new double[order.length];
    double[] place = new double[order.length];
    double all = 0;
    double allHits = 0;
    int pools = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      double hit = positive[row] ? weights[row] : 0;
      all += weights[row];
      allHits += hit;
      if (i > 0 && margins[row] == margins[order[i - 1]]) {
        pools--;
        hit += hits[pools];
        place[pools] += weights[row] * margins[row];
        weight[pools] += weights[row];
      } else {
        place[pools] = weights[row] * margins[row];
        weight[pools] = weights[row];
      }
      hits[pools++] = hit;
      while (pools > 1
          && hits[pools - 2] * weight[pools - 1] >= hits[pools - 1] * weight[pools - 2]) {
        pools--;
        hits[pools - 1] += hits[pools];
        weight[pools - 1] += weight[pools];
        place[pools - 1] += place[pools];
      }
    }
    double[] centre = new double[pools];
    double[] rate = new double[pools];
    double prior = allHits / all;
    for (int i = 0; i < pools; i++) {
      centre[i] = place[i] / weight[i];
      rate[i] = (hits[i] + prior) / (weight[i] + 1);
    }
    for (int i = 1; i < pools; i++) {
      rate[i] = Math.max(rate[i], rate[i - 1]);
    }
    return new IsotonicCalibrator(centre, rate);
  }

  @Override
  public double probability(double margin) {
    int at = Arrays.binarySearch(centre, margin);
    if (at >= 0) {
      return rate[at];
    }
    int next = -at - 1;
    if (next == 0) {
      return rate[0];
    }
    if (next == centre.length) {
      return rate[next - 1];
    }
    double part = (margin - centre[next - 1]) / (centre[next] - centre[next - 1]);
    return rate[next - 1] + part * (rate[next] - rate[next - 1]);
  }
}
