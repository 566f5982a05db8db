package io.tidewatch.audience;

import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.Objects;

/**
 * What can be known of a brand's people just before a time.
 *
 * @param universe users in O or A, active of late
 */
public record BrandMoment(Brief brief, Aggregation aggregation, UserSet universe) {

  public UserFacts facts() {
    return brief.facts();
  }

  public Brief.OfBrand brand() {
    return Objects.requireNonNull(brief.brand());
  }

  public BrandStates states() {
    return brand().states();
  }
}
