package io.tidewatch.audience.query;

import io.tidewatch.audience.aipl.AiplState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose profile is asked for.
 *
 * @param states for a brand: users in one of these; empty for P and L
 * @param asOf T, cut to the start of its local day; null for the day of the newest event
 * @param dimensions names of those that are wanted; empty for all
 * @param top rows of a dimension that does not divide the group, the unknown apart
 * @param lang of names: English for English, else Chinese
 * @param caller who asks
 */
public record ProfileQuery(
    Target target,
    Set<AiplState> states,
    @Nullable Instant asOf,
    List<String> dimensions,
    int top,
    Locale lang,
    String caller) {
  /** Most rows of a dimension that one question may ask for. */
  public static final int MOST = 1000;

  private static final Set<AiplState> BUYERS = Set.of(AiplState.P, AiplState.L);

  public ProfileQuery {
    dimensions = List.copyOf(dimensions);
    states = Set.copyOf(states);
    if (!states.isEmpty() && !(target instanceof Target.OfBrand)) {
      throw new IllegalArgumentException(
          "state: a brand is required beside it, got " + labels(states) + " without one");
    }
    if (target instanceof Target.OfBrand && states.isEmpty()) {
      states = BUYERS;
    }
    if (top < 1 || top > MOST) {
      throw new IllegalArgumentException(
          "top: a number from 1 to " + MOST + " is required, got " + top);
    }
  }

  /** As the audit log names the group: without ids of users. */
  public String described(Instant end) {
    return switch (target) {
          case Target.OfBrand brand -> "brand=" + brand.brandId() + " state=" + labels(states);
          case Target.OfUsers users ->
            "seed of " + users.userIds().size() / 10 * 10 + " or a few more ids";
          case Target.OfSegment segment -> "segment=" + segment.name();
          case Target.OfStore store -> "store=" + store.storeId() + " days=" + store.days();
        }
        + " asOf="
        + end;
  }

  private static String labels(Set<AiplState> states) {
    return new TreeSet<>(states).stream().map(AiplState::name).collect(Collectors.joining(","));
  }
}
