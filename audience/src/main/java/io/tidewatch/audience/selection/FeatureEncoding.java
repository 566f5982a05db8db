package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one raw feature becomes columns. Level 0 is "missing". A number has level 1 + bin; a category
 * has level 1 for rare and unknown values, then one a kept value; tags have no level 1.
 */
final class FeatureEncoding {
  static final int MISSING = 0;
  static final int OTHER = 1;
  static final int FIRST_VALUE = 2;

  private final FeatureSpec spec;
  private final boolean ordinal;
  private final float[] cuts;
  private final List<String> values;
  private final Map<String, Integer> levelOf;
  private final int[] columns;
  private final double scale;
  private final double information;

  /**
   * An encoding.
   *
   * @param ordinal a number in one column, which {@code columns[1]} names
   * @param cuts of a number
   * @param values kept values of a category or tags, in the order of their levels
   * @param columns column of each level, -1 for none
   * @param scale what the logarithm of a tag's weight is divided by
   * @param information value above chance
   */
  FeatureEncoding(
      FeatureSpec spec,
      boolean ordinal,
      float[] cuts,
      List<String> values,
      int[] columns,
      double scale,
      double information) {
    this.spec = spec;
    this.ordinal = ordinal;
    this.cuts = cuts;
    this.values = List.copyOf(values);
    this.columns = columns;
    this.scale = scale;
    this.information = information;
    this.levelOf = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      levelOf.put(values.get(i), FIRST_VALUE + i);
    }
  }

  FeatureSpec spec() {
    return spec;
  }

  double information() {
    return information;
  }

  boolean ordinal() {
    return ordinal;
  }

  /** Bin of a number: how many cuts are not above it. */
  static int bin(float[] cuts, float value) {
    int at = Arrays.binarySearch(cuts, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Column of a number, -1 for none. */
  int columnOf(float value) {
    return ordinal ? columns[1] : columns[1 + bin(cuts, value)];
  }

  /** What stands in a number's column. */
  float entryOf(float value) {
    return ordinal ? 1 + bin(cuts, value) : 1;
  }

  /** Column of a category's value or a tag, -1 for none. */
  int columnOf(String text) {
    return columns[levelOf.getOrDefault(text, OTHER)];
  }

  /** What stands in a tag's column: the logarithm of its weight, at most 1. */
  float entryOfTag(float weight) {
    return (float) Math.min(1, Math.log1p(weight) / scale);
  }

  /** Column of what is missing, -1 for none. */
  int missingColumn() {
    return columns[MISSING];
  }

  /** Puts this feature's columns into their places. */
  void name(Column[] all) {
    for (int level = 0; level < columns.length; level++) {
      if (columns[level] >= 0) {
        all[columns[level]] = new Column(spec.name(), ordinal ? "" : words(level));
      }
    }
  }

  private String words(int level) {
    if (level == MISSING) {
      return "is missing";
    }
    if (spec.kind() != FeatureKind.NUMBER) {
      return level == OTHER ? "is another value" : "= " + values.get(level - FIRST_VALUE);
    }
    if (cuts.length == 0) {
      return "is known";
    }
    int bin = level - 1;
    if (bin == 0) {
      return "below " + shown(cuts[0]);
    }
    return bin == cuts.length
        ? shown(cuts[bin - 1]) + " or more"
        : shown(cuts[bin - 1]) + " to below " + shown(cuts[bin]);
  }

  private static String shown(float cut) {
    return cut == Math.rint(cut) && Math.abs(cut) < 1e7
        ? String.valueOf((long) cut)
        : String.format(Locale.ROOT, "%.4g", cut);
  }
}
