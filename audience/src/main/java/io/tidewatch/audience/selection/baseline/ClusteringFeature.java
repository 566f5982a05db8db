package io.tidewatch.audience.selection.baseline;

import org.jspecify.annotations.Nullable;

/**
 * A clustering feature: how many points, their sum and the sum of their squared lengths; enough for
 * centre, radius and for adding two together.
 */
final class ClusteringFeature {
  private double count;
  private final double[] sum;
  private double squares;
  private double sumSquared;
  private @Nullable CfNode child;

  private ClusteringFeature(double count, double[] sum, double squares) {
    this.count = count;
    this.sum = sum;
    this.squares = squares;
    this.sumSquared = dot(sum, sum);
  }

  /** One point. */
  static ClusteringFeature point(double[] at) {
    return new ClusteringFeature(1, at.clone(), dot(at, at));
  }

  /** The points below a node. */
  static ClusteringFeature above(CfNode node) {
    ClusteringFeature first = node.entries().getFirst();
    var feature = new ClusteringFeature(first.count, first.sum.clone(), first.squares);
    node.entries().stream().skip(1).forEach(feature::add);
    feature.child = node;
    return feature;
  }

  /** The node below, null for a leaf's entry. */
  @Nullable
  CfNode child() {
    return child;
  }

  double count() {
    return count;
  }

  void add(ClusteringFeature other) {
    count += other.count;
    squares += other.squares;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.sum[i];
    }
    sumSquared = dot(sum, sum);
  }

  /** Squared distance of the two centres. */
  double distance(ClusteringFeature other) {
    return sumSquared / count / count
        - 2 * dot(sum, other.sum) / count / other.count
        + other.sumSquared / other.count / other.count;
  }

  /** Mean squared distance of the points from their centre if the other's were added. */
  double squaredRadiusWith(ClusteringFeature other) {
    double n = count + other.count;
    double length = sumSquared + 2 * dot(sum, other.sum) + other.sumSquared;
    return (squares + other.squares) / n - length / n / n;
  }

  double[] centre() {
    double[] centre = new double[sum.length];
    for (int i = 0; i < sum.length; i++) {
      centre[i] = sum[i] / count;
    }
    return centre;
  }

  private static double dot(double[] a, double[] b) {
    double total = 0;
    for (int i = 0; i < a.length; i++) {
      total += a[i] * b[i];
    }
    return total;
  }
}
