package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Takes users one after another and what is known of each. For one thread. */
public final class UserTableBuilder {
  private static final int FIRST_CAPACITY = 1024;

  private final List<FeatureSpec> features;
  private final List<UserTable.Symbol> symbols = new ArrayList<>();
  private final List<Map<String, Integer>> symbolOf = new ArrayList<>();
  private final int[] userOfFeature;
  private final int[] symbolOfNumber;
  private int[] userOfSymbol = new int[FIRST_CAPACITY];
  private int[] cellOfSymbol = new int[FIRST_CAPACITY];
  private int[] start = new int[FIRST_CAPACITY];
  private int[] symbol = new int[FIRST_CAPACITY];
  private float[] value = new float[FIRST_CAPACITY];
  private int users;
  private int cells;

  UserTableBuilder(List<FeatureSpec> features) {
    this.features = List.copyOf(features);
    this.userOfFeature = new int[features.size()];
    this.symbolOfNumber = new int[features.size()];
    Arrays.fill(symbolOfNumber, -1);
    var names = new HashSet<String>();
    for (FeatureSpec feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException(
            "features: different names are required, got " + feature.name() + " twice");
      }
      symbolOf.add(new HashMap<>());
    }
  }

  /** Begins the next user and gives the user's number. */
  public int user() {
    if (users + 1 == start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
    }
    start[users] = cells;
    return users++;
  }

  /**
   * Sets a number of the current user.
   *
   * @throws IllegalArgumentException when it is not finite or was set before; leave out what is
   *     missing
   */
  public UserTableBuilder number(int feature, double number) {
    once(feature, FeatureKind.NUMBER);
    finite(feature, number);
    if (symbolOfNumber[feature] < 0) {
      symbolOfNumber[feature] = symbol(feature, "");
    }
    add(symbolOfNumber[feature], (float) number + 0f);
    return this;
  }

  /**
   * Sets the value of a category of the current user.
   *
   * @throws IllegalArgumentException when it was set before
   */
  public UserTableBuilder category(int feature, String text) {
    once(feature, FeatureKind.CATEGORY);
    add(symbol(feature, text), 1);
    return this;
  }

  /** Gives the current user a tag with weight 1. */
  public UserTableBuilder tag(int feature, String text) {
    return tag(feature, text, 1);
  }

  /**
   * Gives the current user a tag; weights of a tag given twice are added.
   *
   * @throws IllegalArgumentException when the weight is not positive and finite
   */
  public UserTableBuilder tag(int feature, String text, double weight) {
    return tag(tagNumber(feature, text), weight);
  }

  /** A tag by a number, for who gives it to many users; it must be given to one. */
  public int tagNumber(int feature, String text) {
    kind(feature, FeatureKind.TAGS);
    return symbol(feature, text);
  }

  /**
   * Gives the current user a tag by its number; weights of a tag given twice are added.
   *
   * @param which what {@link #tagNumber} gave
   * @throws IllegalArgumentException when the weight is not positive and finite
   */
  public UserTableBuilder tag(int which, double weight) {
    int feature = symbols.get(which).feature();
    finite(feature, weight);
    if (weight <= 0) {
      throw new IllegalArgumentException(said(feature) + "a positive weight, got " + weight);
    }
    if (userOfSymbol[which] == users) {
      value[cellOfSymbol[which]] += (float) weight;
    } else {
      add(which, (float) weight);
    }
    return this;
  }

  /** The table; the builder must not be used afterwards. */
  public UserTable build() {
    int[] starts = Arrays.copyOf(start, users + 1);
    starts[users] = cells;
    return new UserTable(
        features, symbols, starts, Arrays.copyOf(symbol, cells), Arrays.copyOf(value, cells));
  }

  private void once(int feature, FeatureKind kind) {
    kind(feature, kind);
    if (userOfFeature[feature] == users) {
      throw new IllegalArgumentException(said(feature) + "one value, got a second");
    }
    userOfFeature[feature] = users;
  }

  private void kind(int feature, FeatureKind kind) {
    if (users == 0) {
      throw new IllegalStateException("a user must be begun before values are given");
    }
    if (features.get(feature).kind() != kind) {
      throw new IllegalArgumentException(
          said(feature) + features.get(feature).kind() + ", got " + kind);
    }
  }

  private void finite(int feature, double number) {
    if (!Float.isFinite((float) number)) {
      throw new IllegalArgumentException(said(feature) + "a finite number, got " + number);
    }
  }

  private String said(int feature) {
    return "feature " + features.get(feature).name() + " of user " + (users - 1) + ": requires ";
  }

  private int symbol(int feature, String text) {
    return symbolOf.get(feature).computeIfAbsent(text, t -> {
      symbols.add(new UserTable.Symbol(feature, t));
      if (symbols.size() > userOfSymbol.length) {
        userOfSymbol = Arrays.copyOf(userOfSymbol, 2 * userOfSymbol.length);
        cellOfSymbol = Arrays.copyOf(cellOfSymbol, 2 * cellOfSymbol.length);
      }
      return symbols.size() - 1;
    });
  }

  private void add(int which, float number) {
    if (cells == symbol.length) {
      int longer = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * cells);
      symbol = Arrays.copyOf(symbol, longer);
      value = Arrays.copyOf(value, longer);
    }
    userOfSymbol[which] = users;
    cellOfSymbol[which] = cells;
    symbol[cells] = which;
    value[cells] = number;
    cells++;
  }
}
