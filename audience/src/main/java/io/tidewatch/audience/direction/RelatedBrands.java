package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.formula.Jaccard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The brands whose users are most like those of a target, by Jaccard on the users who carry the
 * brand; both sides must share {@code minCommon} users.
 */
final class RelatedBrands {
  private RelatedBrands() {}

  /** A related brand and how its users overlap with the target's. */
  record Related(int column, String brandId, Jaccard likeness) {}

  /** Best first; the target's own brand is left out. */
  static List<Related> of(Brief brief) {
    FeatureMatrix matrix = brief.matrix();
    FeatureColumns brands = FeatureColumns.of(matrix, FeatureKind.BRAND);
    Brief.OfBrand own = brief.brand();
    String ownId = own == null ? null : own.scope().brandId();
    int ownColumn = ownId == null ? FeatureColumns.NONE : brands.of(ownId);
    UserSet users = ownColumn == FeatureColumns.NONE
        ? brief.target()
        : matrix.carriers(ownColumn).or(brief.target());
    var related = new ArrayList<Related>();
    for (int column : brands.all()) {
      String id = matrix.feature(column).id();
      UserSet others = matrix.carriers(column);
      int common = users.overlap(others);
      if (!Objects.equals(id, ownId) && common >= brief.config().directions().minCommon()) {
        related.add(new Related(
            column,
            id,
            Jaccard.of(common, users.size(), others.size(), matrix.base().size())));
      }
    }
    related.sort(Comparator.<Related>comparingDouble(r -> -r.likeness().jaccard())
        .thenComparing(Related::brandId));
    return related.subList(
        0, Math.min(related.size(), brief.config().directions().relatedBrands()));
  }
}
