package io.tidewatch.audience.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Disjoint sets of identifiers by number. A set knows how many accounts it holds of each source, where
 * accounts that were declared one count once, and which persons it must not share with others.
 */
final class PersonUnions {
  private final int[] parents;
  private final int[] sizes;
  private final @Nullable Map<String, Integer>[] accounts;
  private final Map<Integer, Set<String>> anchors = new HashMap<>();
  private final BiPredicate<String, String> apart;

  /** {@code apart} tells two persons who must not be merged. */
  @SuppressWarnings("unchecked")
  PersonUnions(int nodes, BiPredicate<String, String> apart) {
    parents = new int[nodes];
    Arrays.setAll(parents, i -> i);
    sizes = new int[nodes];
    Arrays.fill(sizes, 1);
    accounts = (Map<String, Integer>[]) new Map<?, ?>[nodes];
    this.apart = apart;
  }

  void account(int node, Map<String, Integer> bySource) {
    accounts[node] = bySource;
  }

  void anchor(int node, String person) {
    anchors.put(node, Set.of(person));
  }

  int root(int node) {
    int root = node;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Two accounts that are declared one; false when their persons are to stay apart. */
  boolean declare(int one, int other) {
    int a = root(one);
    int b = root(other);
    if (a != b && keptApart(a, b)) {
      return false;
    }
    var sources = new HashMap<>(accountsOf(a));
    accountsOf(b).keySet().forEach(source -> sources.put(source, 1));
    accounts[unite(a, b)] = sources;
    return true;
  }

  /**
   * Joins the sets of two identifiers. False, with nothing changed, when that would bring more
   * than {@code limit} accounts of one source together, or persons that are to stay apart.
   */
  boolean join(int one, int other, int limit) {
    int a = root(one);
    int b = root(other);
    if (a == b) {
      return true;
    }
    Map<String, Integer> more = accountsOf(b);
    Map<String, Integer> sum = accountsOf(a);
    if (sum.isEmpty() || more.isEmpty()) {
      sum = sum.isEmpty() ? more : sum;
    } else {
      sum = new HashMap<>(sum);
      for (var source : more.entrySet()) {
        if (sum.merge(source.getKey(), source.getValue(), Integer::sum) > limit) {
          return false;
        }
      }
    }
    if (keptApart(a, b)) {
      return false;
    }
    accounts[unite(a, b)] = sum;
    return true;
  }

  private Map<String, Integer> accountsOf(int root) {
    Map<String, Integer> own = accounts[root];
    return own == null ? Map.of() : own;
  }

  private boolean keptApart(int a, int b) {
    Set<String> one = anchors.get(a);
    Set<String> other = anchors.get(b);
    return one != null
        && other != null
        && one.stream().anyMatch(p -> other.stream().anyMatch(q -> apart.test(p, q)));
  }

  private int unite(int a, int b) {
    if (a == b) {
      return a;
    }
    int root = sizes[a] >= sizes[b] ? a : b;
    int child = root == a ? b : a;
    parents[child] = root;
    sizes[root] += sizes[child];
    Set<String> moved = anchors.remove(child);
    if (moved != null) {
      var all = new HashSet<>(anchors.getOrDefault(root, Set.of()));
      all.addAll(moved);
      anchors.put(root, all);
    }
    return root;
  }

  /** Roots of all nodes. */
  int[] roots() {
    int[] roots = new int[parents.length];
    Arrays.setAll(roots, this::root);
    return roots;
  }
}
