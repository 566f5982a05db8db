package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Samples of who moved towards brands in the period before a time: the universe of each brand at the
 * beginning, with what was known then, and who of it had reached a goal at the end. A brand alone has
 * few such users, so it learns from those of its categories as well, in numbers that mean the same for
 * all. What was drawn for a time is kept until another time is asked for. For one thread.
 */
final class MoverSamples {
  /** Brands learned from, beside the one asked about. */
  private static final int NEAR = 8;

  private final BrandMoments earlier;
  private final BrandMoments now;
  private final Duration period;
  private final Map<String, Optional<Map<Goal, DrawnUsers>>> kept = new HashMap<>();
  private List<Object> keptFor = List.of();

  /**
   * Over the readings of two times.
   *
   * @param earlier reads the beginning
   * @param now reads the end
   * @param period between them
   */
  MoverSamples(BrandMoments earlier, BrandMoments now, Duration period) {
    this.earlier = earlier;
    this.now = now;
    this.period = period;
  }

  /**
   * Users of a brand and of those near it.
   *
   * @param time the end of the period
   * @throws NoAudienceException when at the beginning nobody had bought the brand or engaged with it
   */
  Sample near(String brandId, Instant time, Goal goal, Catalogue catalogue, long seed) {
    List<String> near = nearBrands(brandId, time, catalogue);
    expect(brandId, near);
    var brands = new ArrayList<DrawnUsers>();
    brands.add(drawn(brandId, time, catalogue, seed)
        .orElseThrow(() -> new NoAudienceException("brand: somebody who had bought " + brandId
            + " or engaged with it before " + time.minus(period) + " is required"))
        .get(goal));
    for (String other : near) {
      drawn(other, time, catalogue, seed).map(goals -> goals.get(goal)).ifPresent(brands::add);
    }
    return DrawnUsers.pool(brands);
  }

  private void expect(String brandId, List<String> near) {
    var brands = new HashSet<>(near);
    brands.add(brandId);
    earlier.expect(brands);
    now.expect(brands);
  }

  /** Only the brand's own users, in the same numbers. */
  Sample alone(String brandId, Instant time, Goal goal, Catalogue catalogue, long seed) {
    return DrawnUsers.pool(List.of(Objects.requireNonNull(
        drawn(brandId, time, catalogue, seed).orElseThrow().get(goal))));
  }

  /** The brand and those near it at the beginning, with who of their universes reached each goal. */
  Map<Goal, List<DirectionModels.Moved>> moved(String brandId, Instant time, Catalogue catalogue) {
    var brands = new ArrayList<String>();
    brands.add(brandId);
    brands.addAll(nearBrands(brandId, time, catalogue));
    expect(brandId, brands);
    var moved = new EnumMap<Goal, List<DirectionModels.Moved>>(Goal.class);
    for (String brand : brands) {
      try {
        BrandMoment moment = earlier.at(brand, time.minus(period), catalogue);
        BrandMoments.Outcome outcome = now.outcome(brand, time, catalogue);
        for (Goal goal : Goal.values()) {
          moved
              .computeIfAbsent(goal, g -> new ArrayList<>())
              .add(new DirectionModels.Moved(moment, reached(moment, outcome, goal, period)));
        }
      } catch (NoAudienceException ignored) {
        // of a brand that nobody had met nothing can be learned
      }
    }
    return moved;
  }

  /** By row of a moment's universe: who reached the goal. */
  static boolean[] reached(
      BrandMoment moment, BrandMoments.Outcome outcome, Goal goal, Duration period) {
    int[] universe = moment.universe().toArray();
    boolean[] reached = new boolean[universe.length];
    for (int i = 0; i < universe.length; i++) {
      int user = outcome.facts().user(moment.facts().userId(universe[i]));
      reached[i] = switch (goal) {
        case DEEPEN -> user >= 0 && outcome.states().state(user).compareTo(AiplState.I) >= 0;
        case BUY -> outcome.bought(user, period);
      };
    }
    return reached;
  }

  /** Brands that sell in the same categories, those with most users at the time first. */
  List<String> nearBrands(String brandId, Instant time, Catalogue catalogue) {
    Set<String> categories = catalogue.products().stream()
        .filter(p -> p.brandId().equals(brandId))
        .map(Product::categoryId)
        .collect(Collectors.toSet());
    Set<String> sellers = catalogue.products().stream()
        .filter(p -> categories.contains(p.categoryId()) && !p.brandId().equals(brandId))
        .map(Product::brandId)
        .collect(Collectors.toSet());
    return now.byUsers(time, catalogue).stream()
        .filter(sellers::contains)
        .limit(NEAR)
        .toList();
  }

  /** Empty when at the beginning nobody had bought the brand or engaged with it. */
  private Optional<Map<Goal, DrawnUsers>> drawn(
      String brandId, Instant time, Catalogue catalogue, long seed) {
    List<Object> key = List.of(time, catalogue.version(), now.revision(), seed);
    if (!key.equals(keptFor)) {
      kept.clear();
      keptFor = key;
    }
    return kept.computeIfAbsent(brandId, brand -> {
      try {
        BrandMoment moment = earlier.at(brand, time.minus(period), catalogue);
        BrandMoments.Outcome outcome = now.outcome(brand, time, catalogue);
        var columns = new RelativeColumns(moment, seed);
        var goals = new EnumMap<Goal, DrawnUsers>(Goal.class);
        for (Goal goal : Goal.values()) {
          goals.put(goal, DrawnUsers.of(columns, reached(moment, outcome, goal, period), seed));
        }
        return Optional.of(goals);
      } catch (NoAudienceException e) {
        return Optional.empty();
      }
    });
  }
}
