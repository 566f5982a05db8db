package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Raw features of users numbered from 0, kept row by row with only what is known: a feature that a
 * user does not have is missing, which is not 0. Immutable once built; numbers are kept in single
 * precision.
 */
public final class UserTable {
  private final List<FeatureSpec> features;
  private final List<Symbol> symbols;
  private final int[] featureOf;
  private final int[] start;
  private final int[] symbol;
  private final float[] value;

  /**
   * What a cell means: a number's feature, or one value of a category or tag.
   *
   * @param feature number of the feature
   * @param text the value; empty for a number
   */
  record Symbol(int feature, String text) {}

  UserTable(
      List<FeatureSpec> features, List<Symbol> symbols, int[] start, int[] symbol, float[] value) {
    this.features = List.copyOf(features);
    this.symbols = List.copyOf(symbols);
    this.featureOf = symbols.stream().mapToInt(Symbol::feature).toArray();
    this.start = start;
    this.symbol = symbol;
    this.value = value;
  }

  /**
   * Begins a table.
   *
   * @throws IllegalArgumentException when two features have one name
   */
  public static UserTableBuilder of(List<FeatureSpec> features) {
    return new UserTableBuilder(features);
  }

  /** The features, by number. */
  public List<FeatureSpec> features() {
    return features;
  }

  /** Users. */
  public int size() {
    return start.length - 1;
  }

  /** Cells of all users. */
  public int cells() {
    return symbol.length;
  }

  /**
   * The same users with one more number each.
   *
   * @param values one a user; NaN where it is missing
   * @throws IllegalArgumentException when lengths differ or the name is taken
   */
  public UserTable with(String name, double[] values) {
    return with(Map.of(name, values));
  }

  /** The same users with more numbers, in the map's order; see {@link #with(String, double[])}. */
  public UserTable with(Map<String, double[]> columns) {
    var wider = new ArrayList<>(features);
    columns.keySet().forEach(n -> wider.add(FeatureSpec.number(n)));
    columns.forEach((name, values) -> {
      if (values.length != size()) {
        throw new IllegalArgumentException("values: one a user is required for " + name + ", got "
            + values.length + " for " + size() + " users");
      }
    });
    var builder = new UserTableBuilder(wider);
    for (int user = 0; user < size(); user++) {
      builder.user();
      copy(user, builder, f -> f);
      int feature = features.size();
      for (double[] values : columns.values()) {
        if (!Double.isNaN(values[user])) {
          builder.number(feature, values[user]);
        }
        feature++;
      }
    }
    return builder.build();
  }

  /**
   * The same users with only some features.
   *
   * @throws IllegalArgumentException when a name is unknown
   */
  public UserTable only(List<String> names) {
    int[] number = new int[features.size()];
    Arrays.fill(number, -1);
    var kept = new ArrayList<FeatureSpec>();
    for (String name : names) {
      int feature = features.stream().map(FeatureSpec::name).toList().indexOf(name);
      if (feature < 0) {
        throw new IllegalArgumentException("features: " + name + " is unknown, known are "
            + features.stream().map(FeatureSpec::name).toList());
      }
      number[feature] = kept.size();
      kept.add(features.get(feature));
    }
    var builder = new UserTableBuilder(kept);
    for (int user = 0; user < size(); user++) {
      builder.user();
      copy(user, builder, f -> number[f]);
    }
    return builder.build();
  }

  /**
   * These users followed by those of another table.
   *
   * @throws IllegalArgumentException when it has other features
   */
  public UserTable followedBy(UserTable other) {
    if (!other.features.equals(features)) {
      throw new IllegalArgumentException(
          "table: the features " + features + " are required, got " + other.features);
    }
    var builder = new UserTableBuilder(features);
    for (UserTable each : List.of(this, other)) {
      for (int user = 0; user < each.size(); user++) {
        builder.user();
        each.copy(user, builder, f -> f);
      }
    }
    return builder.build();
  }

  private void copy(int user, UserTableBuilder builder, IntUnaryOperator featureNumber) {
    for (int c = start[user]; c < start[user + 1]; c++) {
      Symbol s = symbols.get(symbol[c]);
      int feature = featureNumber.applyAsInt(s.feature());
      if (feature >= 0) {
        switch (features.get(s.feature()).kind()) {
          case NUMBER -> builder.number(feature, value[c]);
          case CATEGORY -> builder.category(feature, s.text());
          case TAGS -> builder.tag(feature, s.text(), value[c]);
        }
      }
    }
  }

  /** What cells mean, by symbol number. */
  List<Symbol> symbols() {
    return symbols;
  }

  /** Feature of a symbol. */
  int featureOf(int symbolNumber) {
    return featureOf[symbolNumber];
  }

  /** First cell of a user; the last is before the first of the next. */
  int start(int user) {
    return start[user];
  }

  /** Symbol of a cell. */
  int symbol(int cell) {
    return symbol[cell];
  }

  /** Number or weight of a cell. */
  float value(int cell) {
    return value[cell];
  }
}
