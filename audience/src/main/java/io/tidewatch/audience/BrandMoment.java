package io.tidewatch.audience;

import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.selection.UserTable;
import java.util.Objects;

/**
 * What can be known of a brand's people just before a time.
 *
 * @param universe users in O or A, active of late
 */
record BrandMoment(Brief brief, Aggregation aggregation, UserSet universe) {

  UserFacts facts() {
    return brief.facts();
  }

  Brief.OfBrand brand() {
    return Objects.requireNonNull(brief.brand());
  }

  BrandStates states() {
    return brand().states();
  }

  /** Made anew: one row a user of the universe, in ascending order of their numbers. */
  UserTable table() {
    return new UserColumns(brief).ofUniverse(universe, aggregation);
  }
}
