package io.tidewatch.audience.selection.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Clusters points in one pass in a tree of clustering features. When it has more leaf entries than
 * it may, it is built again from them with a larger threshold, so that it ends with few clusters.
 *
 * <p>T. Zhang, R. Ramakrishnan, M. Livny, BIRCH, SIGMOD 1996; without its global phase, since the
 * tree itself is held to the number of clusters.
 */
final class CfTree {
  private static final double GROWTH = 1.5;
  private static final double FIRST = 1e-3;

  private final int clusters;
  private double threshold = FIRST;
  private CfNode root = new CfNode();
  private int leaves;

  CfTree(int clusters) {
    this.clusters = clusters;
  }

  void add(double[] point) {
    insert(ClusteringFeature.point(point));
    while (leaves > clusters) {
      List<ClusteringFeature> entries = clusters();
      threshold *= GROWTH;
      root = new CfNode();
      entries.forEach(this::insert);
    }
  }

  private void insert(ClusteringFeature points) {
    CfNode sibling = root.insert(points, threshold);
    if (sibling != null) {
      var above = new CfNode();
      above.entries().add(ClusteringFeature.above(root));
      above.entries().add(ClusteringFeature.above(sibling));
      root = above;
    }
    leaves = clusters().size();
  }

  /** The leaf entries. */
  List<ClusteringFeature> clusters() {
    var entries = new ArrayList<ClusteringFeature>();
    root.leaves(entries);
    return entries;
  }
}
