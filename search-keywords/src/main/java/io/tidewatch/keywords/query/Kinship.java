package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which query was joined to which, and why. Each query is joined to one other at most once. */
final class Kinship {
  private final int[] parent;
  private final @Nullable JoinReason[] reasons;
  private final long[] counts;

  /** @param counts how often each query was typed */
  Kinship(long[] counts) {
    this.counts = counts.clone();
    parent = new int[counts.length];
    Arrays.setAll(parent, i -> i);
    reasons = new JoinReason[counts.length];
  }

  int root(int i) {
    int at = i;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /** Joins the families of two queries; the one that was typed more stays the root, of equals that of {@code a}. */
  void join(int a, int b, JoinReason reason) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA == rootB) {
      return;
    }
    boolean keepA = counts[rootA] >= counts[rootB];
    int child = keepA ? rootB : rootA;
    parent[child] = keepA ? rootA : rootB;
    reasons[child] = reason;
  }

  /** The reasons from {@code i} to its root. */
  List<JoinReason> path(int i) {
    var path = new ArrayList<JoinReason>();
    for (int at = i; parent[at] != at; at = parent[at]) {
      JoinReason reason = reasons[at];
      if (reason != null && !path.contains(reason)) {
        path.add(reason);
      }
    }
    return path;
  }

  /** Whether the family of {@code i} has been joined to another for {@code reason}. */
  boolean joinedFor(int i, JoinReason reason) {
    return path(i).contains(reason);
  }
}
