package io.tidewatch.benchmarks;

import io.tidewatch.audience.selection.FeatureKind;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Users with 200 features of which each knows about twenty: 150 numbers, 30 categories of twelve
 * values, 20 tag features of 50 tags. A tenth of the features bear on who buys. The raw rows for
 * XGBoost hold the numbers as they are and one column a value.
 */
final class SelectionUsers {
  private static final int NUMBERS = 150;
  private static final int CATEGORIES = 30;
  private static final int TAGS = 20;
  private static final int VALUES = 12;
  private static final int TAG_VALUES = 50;
  private static final int FEATURES = NUMBERS + CATEGORIES + TAGS;
  private static final int COLUMNS = NUMBERS + CATEGORIES * VALUES + TAGS * TAG_VALUES;

  private final UserTable table;
  private final boolean[] buys;
  private final long[] start;
  private final int[] column;
  private final float[] value;

  private SelectionUsers(
      UserTable table, boolean[] buys, long[] start, int[] column, float[] value) {
    this.table = table;
    this.buys = buys;
    this.start = start;
    this.column = column;
    this.value = value;
  }

  static SelectionUsers of(int users, long seed) {
    var random = new SplittableRandom(seed);
    UserTableBuilder builder = UserTable.of(features());
    boolean[] buys = new boolean[users];
    long[] start = new long[users + 1];
    int[] column = new int[users * 40];
    float[] value = new float[users * 40];
    int end = 0;
    for (int user = 0; user < users; user++) {
      builder.user();
      start[user] = end;
      double odds = -3.5;
      for (int f = random.nextInt(19);
          f < FEATURES && end - start[user] < 39;
          f += 1 + random.nextInt(18)) {
        boolean bears = f % 10 == 0;
        if (f < NUMBERS) {
          float number = (float) Math.exp(2 * random.nextDouble());
          builder.number(f, number);
          column[end] = f;
          value[end++] = number;
          odds += bears ? 0.25 * (number - 3) : 0;
        } else if (f < NUMBERS + CATEGORIES) {
          int which = random.nextInt(VALUES);
          builder.category(f, "v" + which);
          column[end] = NUMBERS + (f - NUMBERS) * VALUES + which;
          value[end++] = 1;
          odds += bears ? which % 3 - 1 : 0;
        } else {
          int which = random.nextInt(TAG_VALUES);
          builder.tag(f, "t" + which);
          column[end] =
              NUMBERS + CATEGORIES * VALUES + (f - NUMBERS - CATEGORIES) * TAG_VALUES + which;
          value[end++] = 1;
          odds += bears && which < 10 ? 1.5 : 0;
        }
      }
      buys[user] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    }
    start[users] = end;
    return new SelectionUsers(
        builder.build(), buys, start, Arrays.copyOf(column, end), Arrays.copyOf(value, end));
  }

  private static List<FeatureSpec> features() {
    var features = new ArrayList<FeatureSpec>();
    for (int f = 0; f < FEATURES; f++) {
      FeatureKind kind = f < NUMBERS
          ? FeatureKind.NUMBER
          : f < NUMBERS + CATEGORIES ? FeatureKind.CATEGORY : FeatureKind.TAGS;
      features.add(new FeatureSpec("f" + f, kind));
    }
    return features;
  }

  UserTable table() {
    return table;
  }

  boolean[] buys() {
    return buys.clone();
  }

  double positiveShare() {
    int count = 0;
    for (boolean each : buys) {
      count += each ? 1 : 0;
    }
    return (double) count / buys.length;
  }

  /** The raw rows as XGBoost takes them. */
  DMatrix raw() throws XGBoostError {
    var matrix = new DMatrix(start, column, value, DMatrix.SparseType.CSR, COLUMNS);
    float[] labels = new float[buys.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = buys[i] ? 1 : 0;
    }
    matrix.setLabel(labels);
    return matrix;
  }
}
