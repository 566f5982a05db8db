package io.tidewatch.audience.learning;

import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Users drawn from a brand's universe with what became of them: who reached a goal, at most
 * {@value #MOST} of them, and twenty of the others for each of these. The same mix for every brand
 * keeps a model of several brands from telling brands apart instead of users.
 *
 * @param rows numbers of {@link RelativeColumns}; not to be changed
 * @param reached by row
 * @param others users of the universe who did not reach the goal, drawn or not
 */
record DrawnUsers(List<double[]> rows, List<Boolean> reached, int others) {
  private static final int MOST = 5_000;
  private static final int OTHERS = 20;

  DrawnUsers {
    rows = List.copyOf(rows);
    reached = List.copyOf(reached);
  }

  /** {@code reached}: by row of the brand's universe. */
  static DrawnUsers of(RelativeColumns columns, boolean[] reached, long seed) {
    BitSet all = new BitSet();
    all.set(0, reached.length);
    var rows = new ArrayList<double[]>();
    var labels = new ArrayList<Boolean>();
    for (int row : draw(all, reached, seed)) {
      rows.add(columns.row(row));
      labels.add(reached[row]);
    }
    return new DrawnUsers(rows, labels, others(all, reached));
  }

  /** Rows that are drawn among some, ascending. */
  static int[] draw(BitSet among, boolean[] reached, long seed) {
    int others = others(among, reached);
    int positives = among.cardinality() - others;
    double rate = positives <= MOST ? 1 : (double) MOST / positives;
    double othersRate = (double) OTHERS * Math.min(positives, MOST) / Math.max(1, others);
    var random = new SplittableRandom(seed);
    return among.stream()
        .filter(row -> {
          double wanted = reached[row] ? rate : othersRate;
          return wanted >= 1 || random.nextDouble() < wanted;
        })
        .toArray();
  }

  /** Of some rows, how many did not reach the goal. */
  static int others(BitSet among, boolean[] reached) {
    return (int) among.stream().filter(row -> !reached[row]).count();
  }

  /** All of several brands together, each with weight 1. */
  static Sample pool(List<DrawnUsers> brands) {
    UserTableBuilder table = RelativeColumns.builder();
    var reached = new ArrayList<Boolean>();
    long others = 0;
    for (DrawnUsers brand : brands) {
      brand.rows().forEach(row -> RelativeColumns.add(row, table));
      reached.addAll(brand.reached());
      others += brand.others();
    }
    int[] users = new int[reached.size()];
    boolean[] labels = new boolean[users.length];
    float[] weights = new float[users.length];
    long drawn = 0;
    for (int i = 0; i < users.length; i++) {
      users[i] = i;
      labels[i] = reached.get(i);
      weights[i] = 1;
      drawn += labels[i] ? 0 : 1;
    }
    return Sample.of(
        table.build(), users, labels, weights, drawn == 0 ? 1 : (double) drawn / others);
  }
}
