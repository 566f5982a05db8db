package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.formula.AssociationRule;
import io.tidewatch.audience.formula.Swing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Categories whose users lean to a target's main categories. The rule X → main must hold; its weight
 * is the mean of its certainty and of Swing(main, X) over the largest Swing of the main category,
 * both times the main category's share. A main category itself weighs its share.
 */
final class RelatedCategories {
  private static final int SWING_USERS = 300;

  private final Brief brief;
  private final FeatureMatrix matrix;
  private final int[] columns;
  private final int[] placeOfColumn;

  private RelatedCategories(Brief brief) {
    this.brief = brief;
    this.matrix = brief.matrix();
    this.columns = FeatureColumns.of(matrix, FeatureKind.CATEGORY).all();
    this.placeOfColumn = new int[matrix.features()];
    for (int place = 0; place < columns.length; place++) {
      placeOfColumn[columns[place]] = place + 1;
    }
  }

  /**
   * A category that counts.
   *
   * @param main the main category that it leads to; its own id for a main one
   * @param rule null for a main category
   * @param swing share of the largest Swing, 0 to 1
   */
  record Related(
      int column,
      String categoryId,
      String main,
      double weight,
      @Nullable AssociationRule rule,
      double swing) {}

  /** Heaviest first; each category once, with the main one that gives it most weight. */
  static List<Related> of(Brief brief) {
    var related = new RelatedCategories(brief);
    Map<Integer, Related> best = new TreeMap<>();
    FeatureColumns categories = FeatureColumns.of(brief.matrix(), FeatureKind.CATEGORY);
    MainCategories.of(brief).forEach((category, share) -> {
      String main = brief.facts().categories().name(category);
      int column = categories.of(main);
      if (column != FeatureColumns.NONE) {
        best.merge(
            column, new Related(column, main, main, share, null, 1), RelatedCategories::heavier);
        related
            .to(column, main, share)
            .forEach(r -> best.merge(r.column(), r, RelatedCategories::heavier));
      }
    });
    return best.values().stream()
        .sorted(Comparator.<Related>comparingDouble(r -> -r.weight())
            .thenComparing(Related::categoryId))
        .toList();
  }

  private static Related heavier(Related one, Related other) {
    return other.weight() > one.weight() ? other : one;
  }

  private List<Related> to(int main, String mainId, double share) {
    UserSet mainUsers = matrix.carriers(main);
    double[] swings = swings(mainUsers);
    double most = 0;
    for (int place = 0; place < swings.length; place++) {
      most = columns[place] == main ? most : Math.max(most, swings[place]);
    }
    var related = new ArrayList<Related>();
    for (int place = 0; place < columns.length; place++) {
      UserSet users = matrix.carriers(columns[place]);
      int both = users.overlap(mainUsers);
      if (columns[place] == main || both < brief.config().directions().minCommon()) {
        continue;
      }
      AssociationRule rule =
          AssociationRule.of(both, users.size(), mainUsers.size(), matrix.base().size());
      if (rule.holds(brief.config().directions().minLift())) {
        double swing = most == 0 ? 0 : swings[place] / most;
        related.add(new Related(
            columns[place],
            matrix.feature(columns[place]).id(),
            mainId,
            share * (rule.certainty() + swing) / 2,
            rule,
            swing));
      }
    }
    return related;
  }

  private double[] swings(UserSet users) {
    return new Swing(SWING_USERS, brief.config().directions().seed())
        .weights(users.toArray(), this::categoriesOf, columns.length);
  }

  /** Places of the categories that a user carries, ascending. */
  private int[] categoriesOf(int user) {
    int[] places = new int[matrix.end(user) - matrix.first(user)];
    int count = 0;
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      int place = placeOfColumn[matrix.column(entry)];
      if (place > 0 && matrix.isCarried(entry)) {
        places[count++] = place - 1;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
