package io.tidewatch.api.fusion;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brands or products side by side in one stretch of time: how loud, how liked, for what. */
public final class BrandComparison {
  private static final int ASPECTS = 5;
  private static final int TERMS = 8;

  private final TrendQueries trends;
  private final TalkQueries talk;
  private final Catalogue catalogue;

  public BrandComparison(TrendQueries trends, TalkQueries talk, Catalogue catalogue) {
    this.trends = trends;
    this.talk = talk;
    this.catalogue = catalogue;
  }

  /**
   * One brand beside the others.
   *
   * @param count distinct units, as in share of voice
   * @param share among those compared
   * @param before units in the stretch of the same length before
   * @param positive documents that judge it well, of {@code documents}
   * @param aspects most judged first
   * @param terms what is said with it and not with the others compared
   */
  public record Row(
      String key,
      String name,
      long count,
      Interval3 share,
      long before,
      long documents,
      long positive,
      long negative,
      List<Aspect> aspects,
      List<Term> terms) {}

  /** An aspect's judgements. */
  public record Aspect(String aspect, long documents, long positive, long negative) {}

  /** A telling term. */
  public record Term(String term, long count, double lift, double z, List<String> evidence) {}

  /** Loudest first; [from, to) in event time. */
  public List<Row> of(List<String> ids, Instant from, Instant to, ZoneId zone, Counting counting) {
    Instant earlier = from.minus(Duration.between(from, to));
    var before = new LinkedHashMap<String, Long>();
    trends
        .share(new ShareQuery(ids, earlier, from, zone, counting))
        .forEach(row -> before.put(row.key(), row.count()));
    var rows = new ArrayList<Row>();
    for (ShareRow share : trends.share(new ShareQuery(ids, from, to, zone, counting))) {
      String id = share.key();
      var about = new TalkQuery(query(id), from, to, TERMS, zone, counting);
      long documents = 0;
      long positive = 0;
      long negative = 0;
      for (SeriesPoint point :
          trends.series(new SeriesQuery(query(id), Duration.ofDays(1), from, to, zone, counting))) {
        documents += or0(point.documents());
        positive += or0(point.positive());
        negative += or0(point.negative());
      }
      rows.add(new Row(
          id,
          share.name(),
          share.count(),
          share.share(),
          before.getOrDefault(id, 0L),
          documents,
          positive,
          negative,
          aspects(new AspectQuery(about, id, Duration.ofDays(1))),
          terms(about, id, ids)));
    }
    return rows;
  }

  private List<Aspect> aspects(AspectQuery query) {
    var sums = new LinkedHashMap<String, long[]>();
    for (AspectPoint point : talk.aspects(query)) {
      long[] sum = sums.computeIfAbsent(point.aspect(), a -> new long[3]);
      sum[0] += point.documents();
      sum[1] += point.positive();
      sum[2] += point.negative();
    }
    return sums.entrySet().stream()
        .map(e -> new Aspect(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
        .sorted(
            Comparator.comparingLong(Aspect::documents).reversed().thenComparing(Aspect::aspect))
        .limit(ASPECTS)
        .toList();
  }

  /** Contrasted with the others compared; with all other talk when there is only one. */
  private List<Term> terms(TalkQuery about, String id, List<String> ids) {
    List<String> others =
        ids.stream().filter(other -> !other.equals(id)).distinct().toList();
    List<CoMention> rows = others.isEmpty()
        ? talk.coMentions(about, KeyKind.TERM)
        : talk.contrast(
            about, String.join(" OR ", others.stream().map(this::query).toList()), KeyKind.TERM);
    return rows.stream()
        .filter(row -> row.z() > 0)
        .map(row -> new Term(row.key(), row.count(), row.lift(), row.z(), row.evidence()))
        .toList();
  }

  private String query(String id) {
    return (catalogue.brand(id).isPresent() ? "brand:\"" : "product:\"") + id + '"';
  }

  private static long or0(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
