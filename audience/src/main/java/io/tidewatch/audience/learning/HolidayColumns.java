package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a holiday model sees of users towards a brand: {@link RelativeColumns}, among them what was
 * done with the brand and in its categories, the same in the holiday's categories, and what users
 * told of themselves. For one thread.
 */
final class HolidayColumns {
  /** Feature of what users told of themselves. */
  static final String ATTRIBUTE = FeatureKind.ATTRIBUTE.label();

  private static final String CATEGORY = "category: ";
  private static final int[] LATELY = ofCategory(LatelyDone.names(false));
  private static final int[] HABITS = ofCategory(LongHabits.names());

  private final BrandMoment moment;
  private final RelativeColumns relative;
  private final BitSet categories;
  private final int[] universe;
  private final LatelyDone lately;
  private final LongHabits habits;

  /** {@code categories}: the holiday's, by number of the moment's facts. */
  HolidayColumns(BrandMoment moment, RelativeColumns relative, BitSet categories) {
    this.moment = moment;
    this.relative = relative;
    this.categories = categories;
    this.universe = moment.universe().toArray();
    var scope = moment.brand().scope();
    this.lately = new LatelyDone(moment.facts(), scope, categories);
    this.habits = new LongHabits(moment.facts(), scope, categories);
  }

  /**
   * What is known of one user.
   *
   * @param numbers one a name; NaN for what is not known; not to be changed
   * @param told what the user told
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(double[] numbers, List<String> told) {
    Row {
      told = List.copyOf(told);
    }
  }

  private static int[] ofCategory(List<String> names) {
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).startsWith(CATEGORY))
        .toArray();
  }

  /** Names of the numbers about the holiday's categories. */
  static List<String> holidayNames() {
    return Stream.concat(
            IntStream.of(LATELY).mapToObj(LatelyDone.names(false)::get),
            IntStream.of(HABITS).mapToObj(LongHabits.names()::get))
        .map(name -> "holiday " + name)
        .toList();
  }

  /** Names of all features. */
  static List<String> names() {
    return Stream.of(RelativeColumns.names(), holidayNames(), List.of(ATTRIBUTE))
        .flatMap(List::stream)
        .toList();
  }

  /** Rows of users who did something in the holiday's categories within some days. */
  BitSet active(long days) {
    var active = new BitSet();
    UserFacts facts = moment.facts();
    for (int row = 0; row < universe.length; row++) {
      for (int fact = facts.end(universe[row]) - 1;
          fact >= facts.first(universe[row]) && facts.age(fact) <= days * UserFacts.DAY;
          fact--) {
        int category = facts.category(fact);
        if (category != Names.NONE
            && categories.get(category)
            && !facts.action(fact).isShown()) {
          active.set(row);
          break;
        }
      }
    }
    return active;
  }

  /** By row of the universe. */
  Row row(int row) {
    int user = universe[row];
    double[] own = relative.row(row);
    double[] numbers = new double[own.length + LATELY.length + HABITS.length];
    System.arraycopy(own, 0, numbers, 0, own.length);
    int column = own.length;
    double[] done = lately.numbers(user, true);
    for (int i : LATELY) {
      numbers[column++] = done[i];
    }
    double[] usual = habits.numbers(user);
    for (int i : HABITS) {
      numbers[column++] = usual[i];
    }
    return new Row(numbers, told(user));
  }

  private List<String> told(int user) {
    FeatureMatrix matrix = moment.brief().matrix();
    var told = new ArrayList<String>();
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      var feature = matrix.feature(matrix.column(entry));
      if (feature.kind() == FeatureKind.ATTRIBUTE) {
        told.add(feature.id());
      }
    }
    return told;
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
    var specs = new ArrayList<FeatureSpec>();
    Stream.concat(RelativeColumns.names().stream(), holidayNames().stream())
        .map(FeatureSpec::number)
        .forEach(specs::add);
    specs.add(FeatureSpec.tags(ATTRIBUTE));
    return UserTable.of(specs);
  }

  static void add(Row row, UserTableBuilder table) {
    RelativeColumns.add(row.numbers(), table);
    row.told().forEach(told -> table.tag(row.numbers().length, told));
  }
}
