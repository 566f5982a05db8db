package io.tidewatch.audience.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users of a sample, and their weights by label, at each level of each feature. */
final class LevelCounts {
  private final Sample sample;
  private final double deviations;
  private final float[][] cuts;
  private final int[] users;
  private final double[][] bySymbol;
  private final int[][] binUsers;
  private final double[][][] bins;
  private final int[] known;
  private final int[] lastEntry;
  private final double[][] knownWeight;
  private final double[] weight = new double[2];
  private final double[] squares = new double[2];

  /** Counts in one pass; index 1 of the weights is the positives'. */
  LevelCounts(Sample sample, float[][] cuts, double deviations) {
    this.sample = sample;
    this.deviations = deviations;
    this.cuts = cuts;
    UserTable table = sample.table();
    users = new int[table.symbols().size()];
    bySymbol = new double[2][users.length];
    binUsers = new int[cuts.length][];
    bins = new double[cuts.length][2][];
    known = new int[cuts.length];
    lastEntry = new int[cuts.length];
    knownWeight = new double[2][cuts.length];
    for (int f = 0; f < cuts.length; f++) {
      binUsers[f] = new int[cuts[f].length + 1];
      bins[f][0] = new double[cuts[f].length + 1];
      bins[f][1] = new double[cuts[f].length + 1];
    }
    for (int entry = 0; entry < sample.size(); entry++) {
      count(table, entry);
    }
  }

  private void count(UserTable table, int entry) {
    int label = sample.positive(entry) ? 1 : 0;
    float w = sample.weight(entry);
    weight[label] += w;
    squares[label] += w * w;
    int user = sample.user(entry);
    for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
      int symbol = table.symbol(cell);
      int feature = table.featureOf(symbol);
      users[symbol]++;
      bySymbol[label][symbol] += w;
      FeatureKind kind = table.features().get(feature).kind();
      if (kind == FeatureKind.NUMBER) {
        int bin = FeatureEncoding.bin(cuts[feature], table.value(cell));
        binUsers[feature][bin]++;
        bins[feature][label][bin] += w;
      }
      if (lastEntry[feature] != entry + 1) {
        lastEntry[feature] = entry + 1;
        known[feature]++;
        knownWeight[label][feature] += w;
      }
    }
  }

  /** Users with a value or tag. */
  int users(int symbol) {
    return users[symbol];
  }

  /** Levels of a number: missing and its bins. */
  int numberLevels(int feature) {
    return cuts[feature].length + 2;
  }

  /** Information of a number above chance. */
  double ofNumber(int feature) {
    double[][] levels = new double[2][numberLevels(feature)];
    for (int label = 0; label < 2; label++) {
      levels[label][0] = weight[label] - knownWeight[label][feature];
      System.arraycopy(bins[feature][label], 0, levels[label], 1, bins[feature][label].length);
    }
    return excess(levels);
  }

  /** Information above chance of a category whose values other than the given fall together. */
  double ofCategory(int feature, int[] values) {
    double[][] levels = new double[2][values.length + 2];
    for (int label = 0; label < 2; label++) {
      levels[label][0] = weight[label] - knownWeight[label][feature];
      levels[label][1] = knownWeight[label][feature];
      for (int i = 0; i < values.length; i++) {
        levels[label][2 + i] = bySymbol[label][values[i]];
        levels[label][1] -= levels[label][2 + i];
      }
    }
    return excess(levels);
  }

  /** Information above chance of having a tag. */
  double ofTag(int symbol) {
    double[][] levels = new double[2][2];
    for (int label = 0; label < 2; label++) {
      levels[label][1] = bySymbol[label][symbol];
      levels[label][0] = weight[label] - levels[label][1];
    }
    return excess(levels);
  }

  /** Rounding must not leave a level with a tiny weight of nobody. */
  private double excess(double[][] levels) {
    for (double[] side : levels) {
      for (int i = 0; i < side.length; i++) {
        side[i] = side[i] < 1e-6 ? 0 : side[i];
      }
    }
    return Information.of(levels[1], levels[0], equal(1), equal(0)).aboveChance(deviations);
  }

  /** How many equally weighted users say as much (L. Kish, Survey Sampling, 1965). */
  private double equal(int label) {
    return squares[label] == 0 ? 0 : weight[label] * weight[label] / squares[label];
  }

  /** Users by level of an encoding with these values. */
  int[] usersByLevel(int feature, List<String> values, int levels) {
    int[] count = new int[levels];
    count[FeatureEncoding.MISSING] = sample.size() - known[feature];
    if (sample.table().features().get(feature).kind() == FeatureKind.NUMBER) {
      System.arraycopy(binUsers[feature], 0, count, 1, binUsers[feature].length);
      return count;
    }
    Map<String, Integer> levelOf = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      levelOf.put(values.get(i), FeatureEncoding.FIRST_VALUE + i);
    }
    List<UserTable.Symbol> symbols = sample.table().symbols();
    for (int s = 0; s < symbols.size(); s++) {
      if (symbols.get(s).feature() == feature) {
        count[levelOf.getOrDefault(symbols.get(s).text(), FeatureEncoding.OTHER)] += users[s];
      }
    }
    return count;
  }
}
