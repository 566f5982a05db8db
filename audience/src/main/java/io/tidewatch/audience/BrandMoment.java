package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.Arrays;
import java.util.List;
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

  /** Ids of the users of the universe, in its order. */
  public List<String> userIds() {
    return Arrays.stream(universe.toArray()).mapToObj(facts()::userId).toList();
  }

  /** Who of the universe is in O, in its order. */
  public boolean[] open() {
    int[] users = universe.toArray();
    boolean[] open = new boolean[users.length];
    for (int i = 0; i < users.length; i++) {
      open[i] = states().state(users[i]) == AiplState.O;
    }
    return open;
  }
}
