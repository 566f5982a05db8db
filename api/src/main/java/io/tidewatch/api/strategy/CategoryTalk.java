package io.tidewatch.api.strategy;

import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of brands in a window. */
final class CategoryTalk {
  /** Most brands that are compared. */
  static final int MOST = 50;

  private static final int EVIDENCE = 3;
  private static final Duration DAY = Duration.ofDays(1);

  private final TrendQueries trends;
  private final TalkQueries talk;

  CategoryTalk(TrendQueries trends, TalkQueries talk) {
    this.trends = trends;
    this.talk = talk;
  }

  /** Shares by brand, of the first {@value #MOST}; empty when nobody said anything. */
  Map<String, ShareRow> shares(Collection<String> brandIds, Window window) {
    List<String> asked = brandIds.stream().limit(MOST).toList();
    var shares = new LinkedHashMap<String, ShareRow>();
    if (!asked.isEmpty() && trends.newestEventTime().isPresent()) {
      trends
          .share(new ShareQuery(asked, window.from(), window.to(), window.zone(), Counting.USUAL))
          .forEach(row -> shares.put(row.key(), row));
    }
    return shares.values().stream().allMatch(row -> row.count() == 0) ? Map.of() : shares;
  }

  /** Local days of the window on which no source was seen. */
  int unobservedDays(Window window) {
    return (int)
        trends.series(new SeriesQuery("*", DAY, window.from(), window.to(), window.zone())).stream()
            .filter(point -> !point.observed())
            .count();
  }

  /**
   * How one aspect is judged.
   *
   * @param documents that judge it
   * @param evidence newest documents, at most three
   */
  record Judged(
      String aspect, long documents, long positive, long negative, List<String> evidence) {}

  /** How one brand, its products included, is judged, by aspect. */
  Map<String, Judged> judgements(String brandId, Window window) {
    return aspects(List.of(brandId), brandId, window);
  }

  /** Every judgement in documents that name any of the brands, by aspect. */
  Map<String, Judged> aspects(List<String> brandIds, Window window) {
    return aspects(brandIds, null, window);
  }

  private Map<String, Judged> aspects(List<String> brandIds, @Nullable String of, Window window) {
    var judged = new LinkedHashMap<String, Judged>();
    if (brandIds.isEmpty() || trends.newestEventTime().isEmpty()) {
      return judged;
    }
    var about = new TalkQuery(
        query(brandIds), window.from(), window.to(), 1000, window.zone(), Counting.USUAL);
    var points = new ArrayList<>(talk.aspects(new AspectQuery(about, of, DAY)));
    points.sort(Comparator.comparing(AspectPoint::start).reversed());
    for (AspectPoint point : points) {
      judged.merge(
          point.aspect(),
          new Judged(
              point.aspect(),
              point.documents(),
              point.positive(),
              point.negative(),
              point.evidence()),
          CategoryTalk::joined);
    }
    return judged;
  }

  private static Judged joined(Judged newer, Judged older) {
    var evidence = new ArrayList<>(newer.evidence());
    older.evidence().stream().limit(EVIDENCE - evidence.size()).forEach(evidence::add);
    return new Judged(
        newer.aspect(),
        newer.documents() + older.documents(),
        newer.positive() + older.positive(),
        newer.negative() + older.negative(),
        List.copyOf(evidence));
  }

  /** The documents that speak of any of the brands. */
  static String query(List<String> brandIds) {
    return brandIds.stream()
        .limit(MOST)
        .map(id -> "brand:\"" + id + '"')
        .collect(Collectors.joining(" OR "));
  }
}
