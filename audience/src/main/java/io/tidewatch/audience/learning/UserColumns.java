package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.selection.DirectionScores;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * Makes the raw features of a selection model: the interest vector as tags, what a user did lately as
 * numbers ({@link LatelyDone}), and how far each direction reaches the user.
 */
final class UserColumns {
  /** Kinds of the interest vector that a model sees; products are too many and too rare. */
  private static final List<FeatureKind> KINDS = List.of(
      FeatureKind.CATEGORY,
      FeatureKind.BRAND,
      FeatureKind.KEYWORD,
      FeatureKind.PRICE_BAND,
      FeatureKind.HOUR,
      FeatureKind.CHANNEL,
      FeatureKind.SPEND,
      FeatureKind.ORDER_VALUE,
      FeatureKind.PRICE_RANK,
      FeatureKind.ATTRIBUTE);

  private final Brief brief;
  private final LatelyDone lately;

  UserColumns(Brief brief) {
    this.brief = brief;
    this.lately = LatelyDone.of(brief);
  }

  /** Made anew: one row a user of the universe, in ascending order of their numbers. */
  static UserTable of(BrandMoment moment) {
    return new UserColumns(moment.brief()).ofUniverse(moment.universe(), moment.aggregation());
  }

  /** With what users did with the brand itself, and the directions. */
  UserTable ofUniverse(UserSet universe, Aggregation aggregation) {
    UserTable table = table(universe, true);
    int[] users = universe.toArray();
    var directions = new DirectionScores(users.length);
    for (Reach reach : aggregation.reaches()) {
      var scores = new HashMap<Integer, Double>();
      for (int i = 0; i < users.length; i++) {
        Double evidence = aggregation.directions(users[i]).get(reach.direction());
        if (evidence != null) {
          scores.put(i, evidence);
        }
      }
      directions.add(reach.direction(), scores);
    }
    return directions.into(table);
  }

  /**
   * Without what they did with the brand itself, so that its buyers may be learned from: that would
   * only restate the label.
   */
  UserTable ofOthers(UserSet users) {
    return table(users, false);
  }

  private UserTable table(UserSet users, boolean own) {
    var specs = new ArrayList<FeatureSpec>();
    KINDS.forEach(kind -> specs.add(FeatureSpec.tags(kind.label())));
    LatelyDone.names(own).forEach(name -> specs.add(FeatureSpec.number(name)));
    UserTableBuilder table = UserTable.of(specs);
    FeatureMatrix matrix = brief.matrix();
    boolean[] left = new boolean[matrix.features()];
    int[] tags = new int[matrix.features()];
    int[] numbered = new int[matrix.features()];
    Arrays.fill(numbered, -1);
    for (int column = 0; column < left.length; column++) {
      Feature feature = matrix.feature(column);
      tags[column] = KINDS.indexOf(feature.kind());
      left[column] = tags[column] < 0 || (!own && isOwn(feature));
    }
    users.forEach(user -> {
      table.user();
      for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
        int column = matrix.column(entry);
        if (!left[column] && matrix.value(entry) > 0) {
          if (numbered[column] < 0) {
            numbered[column] =
                table.tagNumber(tags[column], matrix.feature(column).id());
          }
          table.tag(numbered[column], matrix.value(entry));
        }
      }
      double[] numbers = lately.numbers(user, own);
      for (int i = 0; i < numbers.length; i++) {
        if (!Double.isNaN(numbers[i])) {
          table.number(KINDS.size() + i, numbers[i]);
        }
      }
    });
    return table.build();
  }

  private boolean isOwn(Feature feature) {
    BrandScope scope = Objects.requireNonNull(brief.brand()).scope();
    return switch (feature.kind()) {
      case BRAND -> feature.id().equals(scope.brandId());
      case KEYWORD -> scope.hasKeyword(brief.facts().keywords().number(feature.id()));
      default -> false;
    };
  }
}
