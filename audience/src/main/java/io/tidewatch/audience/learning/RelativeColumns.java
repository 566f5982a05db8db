package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.direction.Direction;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import io.tidewatch.audience.selection.baseline.Baselines;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of users towards a brand, in numbers that mean the same for every brand, so that one
 * model can learn from several: the evidence of each direction, the place that simple models learned
 * from the brand's buyers give the user, what the user did lately, and long habits. A place r of U is
 * taken as −ln (r / (U + 1)), as in the aggregation of directions. For one thread.
 */
final class RelativeColumns {
  static final String DIRECTION = "direction ";
  private static final List<Ranker> LEARNED =
      List.of(Baselines.tagDiffusion(), Baselines.tagFiltering(), Baselines.lookalike());

  private static final List<String> NAMES = Stream.of(
          Direction.ALL.stream().map(d -> DIRECTION + d.name()),
          LEARNED.stream().map(ranker -> "like buyers, " + ranker.name()),
          LatelyDone.names(true).stream(),
          LongHabits.names().stream())
      .flatMap(names -> names)
      .toList();

  private final BrandMoment moment;
  private final int[] universe;
  private final LatelyDone lately;
  private final LongHabits habits;
  private final List<float[]> places;

  RelativeColumns(BrandMoment moment, long seed) {
    this.moment = moment;
    this.universe = moment.universe().toArray();
    this.lately = LatelyDone.of(moment.brief());
    this.habits = new LongHabits(moment.facts(), moment.brand().scope(), lately.categories());
    var buyers = new BuyerRankings(moment, seed);
    this.places = LEARNED.parallelStream().map(ranker -> places(buyers, ranker)).toList();
  }

  /** Nobody stands out where there are too few buyers to learn from. */
  private float[] places(BuyerRankings buyers, Ranker ranker) {
    try {
      return evidence(buyers.scores(ranker));
    } catch (IllegalArgumentException e) {
      return new float[universe.length];
    }
  }

  /** Names of the numbers, in order. */
  static List<String> names() {
    return NAMES;
  }

  /** Users of the universe. */
  int size() {
    return universe.length;
  }

  /** One number a name of a user of the universe, by row; NaN for what is not known. */
  double[] row(int row) {
    int user = universe[row];
    double[] numbers = new double[NAMES.size()];
    int column = 0;
    for (int direction = 0; direction < Direction.ALL.size(); direction++) {
      numbers[column++] = moment.aggregation().evidence(direction, user);
    }
    for (float[] place : places) {
      numbers[column++] = place[row];
    }
    for (double[] own : List.of(lately.numbers(user, true), habits.numbers(user))) {
      System.arraycopy(own, 0, numbers, column, own.length);
      column += own.length;
    }
    return numbers;
  }

  /** The whole universe, in order. */
  UserTable table() {
    UserTableBuilder table = builder();
    for (int row = 0; row < universe.length; row++) {
      add(row(row), table);
    }
    return table.build();
  }

  static UserTableBuilder builder() {
    return UserTable.of(names().stream().map(FeatureSpec::number).toList());
  }

  static void add(double[] row, UserTableBuilder table) {
    table.user();
    for (int column = 0; column < row.length; column++) {
      if (!Double.isNaN(row[column])) {
        table.number(column, row[column]);
      }
    }
  }

  /** Of the best first; users of one score share the middle of their places. */
  static float[] evidence(double[] scores) {
    long[] keys = new long[scores.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits((float) scores[i] + 0f);
      // orders floats as integers, the largest first
      keys[i] = (long) ~(bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32 | i;
    }
    Arrays.sort(keys);
    float[] evidence = new float[keys.length];
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
        to++;
      }
      double place = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        evidence[(int) keys[i]] = (float) -Math.log(place / (keys.length + 1));
      }
      from = to;
    }
    return evidence;
  }
}
