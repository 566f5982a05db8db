package io.tidewatch.audience;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What users of the base are: their fifth of spending power and what was told of them. Immutable and
 * safe from any thread.
 */
public final class BaseTraits {
  private final UserFacts facts;
  private final FeatureMatrix matrix;

  BaseTraits(UserFacts facts, FeatureMatrix matrix) {
    this.facts = facts;
    this.matrix = matrix;
  }

  /** T, exclusive. */
  public Instant asOf() {
    return facts.asOf();
  }

  /** Users of the base. */
  public int base() {
    return matrix.base().size();
  }

  /** Whether a user belongs to the base. */
  public boolean holds(String userId) {
    int user = facts.user(userId);
    return user != Names.NONE && matrix.base().contains(user);
  }

  /** Features of kinds {@code SPEND} and {@code ATTRIBUTE} that anybody has. */
  public List<Trait> all() {
    var traits = new ArrayList<Trait>();
    for (int column = 0; column < matrix.features(); column++) {
      if (isTrait(matrix.feature(column))) {
        traits.add(new Trait(matrix.feature(column), matrix.carriers(column).size()));
      }
    }
    return traits;
  }

  /** Those of a user; none for users outside of the base. */
  public List<Feature> of(String userId) {
    int user = facts.user(userId);
    var traits = new ArrayList<Feature>();
    if (user != Names.NONE) {
      for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
        Feature feature = matrix.feature(matrix.column(entry));
        if (isTrait(feature)) {
          traits.add(feature);
        }
      }
    }
    return traits;
  }

  private static boolean isTrait(Feature feature) {
    return feature.kind() == FeatureKind.SPEND || feature.kind() == FeatureKind.ATTRIBUTE;
  }

  /**
   * A feature with how many users of the base have it.
   *
   * @param users at least 1
   */
  public record Trait(Feature feature, int users) {}
}
