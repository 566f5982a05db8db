package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists queries that surely find nothing, or whose results are surely not clicked: the lower bound of
 * the share of failures reaches a floor. Pure; safe from any thread.
 *
 * @param noResultFloor of the share of searches without results, 0 to 1
 * @param noClickFloor of the share of shown searches without a click, 0 to 1
 */
public record QueryGaps(double noResultFloor, double noClickFloor) {

  /** Half of the searches find nothing; nine of ten shown ones are not clicked. */
  public static QueryGaps usual() {
    return new QueryGaps(0.5, 0.9);
  }

  /**
   * The gaps, those of most failures first; of equals by query. A query is listed once a kind.
   *
   * @param outcomes one a query
   * @param families the members of a query's family
   */
  public List<QueryGap> list(
      Collection<QueryOutcome> outcomes, Function<String, List<QueryFamily.Member>> families) {
    var byQuery = new HashMap<String, QueryOutcome>();
    outcomes.forEach(o -> byQuery.put(o.query(), o));
    var gaps = new ArrayList<QueryGap>();
    for (QueryOutcome outcome : outcomes) {
      String better = better(outcome, families, byQuery);
      gap(
              outcome,
              QueryGap.Kind.NO_RESULT,
              outcome.searches() - outcome.shown(),
              outcome.searches(),
              noResultFloor,
              better)
          .ifPresent(gaps::add);
      gap(
              outcome,
              QueryGap.Kind.NO_CLICK,
              outcome.tracked() - outcome.clicked(),
              outcome.tracked(),
              noClickFloor,
              better)
          .ifPresent(gaps::add);
    }
    gaps.sort(Comparator.comparingLong(QueryGap::failures)
        .reversed()
        .thenComparing(QueryGap::query)
        .thenComparing(QueryGap::kind));
    return List.copyOf(gaps);
  }

  private static Optional<QueryGap> gap(
      QueryOutcome outcome,
      QueryGap.Kind kind,
      long failures,
      long trials,
      double floor,
      @Nullable String better) {
    WilsonShare share = WilsonShare.of(failures, trials);
    return trials > 0 && share.lo() >= floor
        ? Optional.of(new QueryGap(outcome.query(), kind, failures, trials, share, better))
        : Optional.empty();
  }

  private static @Nullable String better(
      QueryOutcome outcome,
      Function<String, List<QueryFamily.Member>> families,
      Map<String, QueryOutcome> byQuery) {
    double least = outcome.clickedShare().hi();
    String better = null;
    for (QueryFamily.Member member : families.apply(outcome.query())) {
      QueryOutcome other = byQuery.get(member.query());
      if (other != null && other.clickedShare().lo() > least) {
        least = other.clickedShare().lo();
        better = member.query();
      }
    }
    return better;
  }
}
