package io.tidewatch.api.fusion;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.detect.LeadLag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether talk of a brand goes before its orders or after them, day by day, with a placebo check. It
 * says what comes first, never what causes what.
 */
public final class TalkAndSales {
  private static final int WEEK = 7;
  /** Most days by which one may go before the other. */
  private static final int MOST_LAG = 14;

  private static final long SEED = 20_100_421;

  private final TrendQueries talk;
  private final BehaviorStore behavior;

  public TalkAndSales(TrendQueries talk, BehaviorStore behavior) {
    this.talk = talk;
    this.behavior = behavior;
  }

  /**
   * The order of the two.
   *
   * @param from first local day; null, as {@code to}, when nothing was ever said
   * @param days local days that were compared
   * @param talk units of talk on those days
   * @param orders orders on those days
   * @param lagDays days by which talk goes before orders; negative when it follows; null when there
   *     is too little to say
   * @param correlation at that lag, −1 to 1
   * @param placebo share of shuffled series that do as well; above 0.05 the order may be chance
   * @param verdict {@code talk-first}, {@code orders-first}, {@code no-order} or {@code too-little}
   */
  public record Answer(
      String brandId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int days,
      long talk,
      long orders,
      @Nullable Integer lagDays,
      @Nullable Double correlation,
      @Nullable Double placebo,
      String verdict) {

    /** Of an empty index. */
    public static Answer nothing(String brandId, int days) {
      return new Answer(brandId, null, null, days, 0, 0, null, null, null, "too-little");
    }
  }

  /** Looks at the {@code days} whole local days before {@code to}. */
  public Answer of(String brandId, Instant to, int days, ZoneId zone) {
    LocalDate end = to.atZone(zone).toLocalDate();
    LocalDate start = end.minusDays(days);
    Instant from = start.atStartOfDay(zone).toInstant();
    Instant until = end.atStartOfDay(zone).toInstant();
    double[] said = said(brandId, from, until, zone, days);
    Map<LocalDate, Long> sold = sold(brandId, new Window(from, until, zone));
    double[] bought = new double[days];
    long orders = 0;
    for (int i = 0; i < days; i++) {
      long count = sold.getOrDefault(start.plusDays(i), 0L);
      bought[i] = count;
      orders += count;
    }
    long units = 0;
    for (double unit : said) {
      units += Double.isNaN(unit) ? 0 : (long) unit;
    }
    Optional<LeadLag> order = orders == 0 || units == 0
        ? Optional.empty()
        : LeadLag.of(said, bought, WEEK, MOST_LAG, SEED);
    return new Answer(
        brandId,
        start,
        end,
        days,
        units,
        orders,
        order.map(LeadLag::lag).orElse(null),
        order.map(LeadLag::correlation).orElse(null),
        order.map(LeadLag::placebo).orElse(null),
        order.map(TalkAndSales::verdict).orElse("too-little"));
  }

  private static String verdict(LeadLag order) {
    if (!order.convincing()) {
      return "no-order";
    }
    return order.lag() > 0 ? "talk-first" : "orders-first";
  }

  /** Units a day; NaN where nothing was observed. */
  private double[] said(String brandId, Instant from, Instant until, ZoneId zone, int days) {
    List<SeriesPoint> points = talk.series(new SeriesQuery(
        "brand:\"" + brandId + '"', Duration.ofDays(1), from, until, zone, Counting.USUAL));
    double[] said = new double[days];
    for (int i = 0; i < days; i++) {
      Long count = i < points.size() ? points.get(i).count() : null;
      said[i] = count == null ? Double.NaN : count;
    }
    return said;
  }

  private Map<LocalDate, Long> sold(String brandId, Window window) {
    var sold = new HashMap<LocalDate, Long>();
    behavior.interestFacts(window, fact -> {
      if (fact.action().equals("order") && brandId.equals(fact.brandId())) {
        sold.merge(fact.day(), fact.count(), Long::sum);
      }
    });
    return sold;
  }
}
