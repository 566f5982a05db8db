package io.tidewatch.audience.selection.baseline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the clustering feature tree with at most {@link #BRANCHES} entries. */
final class CfNode {
  static final int BRANCHES = 8;

  private final List<ClusteringFeature> entries = new ArrayList<>();

  List<ClusteringFeature> entries() {
    return entries;
  }

  /**
   * Takes points in: the nearest leaf entry absorbs them if its squared radius stays within the
   * threshold, else they become an entry.
   *
   * @return the new sibling when this node had to be split, else null
   */
  @Nullable
  CfNode insert(ClusteringFeature points, double threshold) {
    ClusteringFeature nearest = nearest(points);
    CfNode below = nearest == null ? null : nearest.child();
    if (nearest == null) {
      entries.add(points);
    } else if (below == null) {
      if (nearest.squaredRadiusWith(points) <= threshold) {
        nearest.add(points);
      } else {
        entries.add(points);
      }
    } else {
      CfNode sibling = below.insert(points, threshold);
      if (sibling == null) {
        nearest.add(points);
      } else {
        entries.set(entries.indexOf(nearest), ClusteringFeature.above(below));
        entries.add(ClusteringFeature.above(sibling));
      }
    }
    return entries.size() > BRANCHES ? split() : null;
  }

  private @Nullable ClusteringFeature nearest(ClusteringFeature points) {
    ClusteringFeature nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (ClusteringFeature entry : entries) {
      double distance = entry.distance(points);
      if (distance < least) {
        least = distance;
        nearest = entry;
      }
    }
    return nearest;
  }

  /** The two entries farthest apart stay apart, the others go with the nearer one. */
  private CfNode split() {
    ClusteringFeature one = entries.get(0);
    ClusteringFeature two = entries.get(1);
    double farthest = -1;
    for (int i = 0; i < entries.size(); i++) {
      for (int j = i + 1; j < entries.size(); j++) {
        double distance = entries.get(i).distance(entries.get(j));
        if (distance > farthest) {
          farthest = distance;
          one = entries.get(i);
          two = entries.get(j);
        }
      }
    }
    var sibling = new CfNode();
    for (ClusteringFeature entry : List.copyOf(entries)) {
      if (entry == two || (entry != one && entry.distance(two) < entry.distance(one))) {
        sibling.entries.add(entry);
      }
    }
    entries.removeAll(sibling.entries);
    return sibling;
  }

  /** Entries of all leaves below, left to right. */
  void leaves(List<ClusteringFeature> into) {
    for (ClusteringFeature entry : entries) {
      CfNode below = entry.child();
      if (below == null) {
        into.add(entry);
      } else {
        below.leaves(into);
      }
    }
  }
}
