package io.tidewatch.audience.selection.xgboost;

import io.tidewatch.audience.selection.xgboost.TreePaths.Leaf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One tree as XGBoost writes it down as text, with statistics. */
final class TreeDump {
  private static final Pattern SPLIT = Pattern.compile(
      "(\\d+):\\[f(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+),.*cover=(\\S+)");
  private static final Pattern LEAF = Pattern.compile("(\\d+):leaf=([^,]+),cover=(\\S+)");

  private final Map<Integer, Node> nodes = new HashMap<>();

  private sealed interface Node {
    double cover();

    record Split(int feature, float below, int yes, int no, int missing, double cover)
        implements Node {}

    record End(double value, double cover) implements Node {}
  }

  /** What a path demands of a feature. */
  private record Demand(float low, float high, boolean missing, double share) {
    static final Demand NONE =
        new Demand(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, true, 1);
  }

  TreeDump(String text) {
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::take);
  }

  private void take(String line) {
    Matcher split = SPLIT.matcher(line);
    Matcher leaf = LEAF.matcher(line);
    if (split.matches()) {
      nodes.put(
          number(split, 1),
          new Node.Split(
              number(split, 2),
              Float.parseFloat(split.group(3)),
              number(split, 4),
              number(split, 5),
              number(split, 6),
              Double.parseDouble(split.group(7))));
    } else if (leaf.matches()) {
      nodes.put(
          number(leaf, 1),
          new Node.End(Double.parseDouble(leaf.group(2)), Double.parseDouble(leaf.group(3))));
    } else {
      throw new IllegalStateException("xgboost: a node of a tree is required, got " + line);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Adds the ways to all leaves. */
  void leaves(List<Leaf> sink) {
    walk(0, Map.of(), sink);
  }

  private Node node(int number) {
    return Objects.requireNonNull(nodes.get(number), "a tree without one of its nodes");
  }

  private void walk(int number, Map<Integer, Demand> demands, List<Leaf> sink) {
    switch (node(number)) {
      case Node.End end -> sink.add(leaf(end.value(), demands));
      case Node.Split split -> {
        for (int child : new int[] {split.yes(), split.no()}) {
          Demand old = demands.getOrDefault(split.feature(), Demand.NONE);
          var next = new HashMap<>(demands);
          next.put(
              split.feature(),
              new Demand(
                  child == split.yes() ? old.low() : Math.max(old.low(), split.below()),
                  child == split.yes() ? Math.min(old.high(), split.below()) : old.high(),
                  old.missing() && child == split.missing(),
                  old.share() * node(child).cover() / split.cover()));
          walk(child, next, sink);
        }
      }
    }
  }

  private static Leaf leaf(double value, Map<Integer, Demand> demands) {
    int[] features =
        demands.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    var all = new ArrayList<Demand>();
    Arrays.stream(features).forEach(f -> all.add(Objects.requireNonNull(demands.get(f))));
    float[] low = new float[features.length];
    float[] high = new float[features.length];
    boolean[] missing = new boolean[features.length];
    IntStream.range(0, features.length).forEach(i -> {
      low[i] = all.get(i).low();
      high[i] = all.get(i).high();
      missing[i] = all.get(i).missing();
    });
    return new Leaf(
        value,
        features,
        low,
        high,
        missing,
        all.stream().mapToDouble(Demand::share).toArray());
  }
}
