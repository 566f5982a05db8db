package io.tidewatch.model.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A day's totals of one search keyword, as seller tools export them. Counts are null when the
 * export does not hold them; null is never 0.
 */
public record KeywordStats(
    Envelope envelope,
    String id,
    LocalDate day,
    String keyword,
    @Nullable String categoryId,
    @Nullable String brandId,
    @Nullable Long impressions,
    @Nullable Long searchers,
    @Nullable Long clicks,
    @Nullable Long orders,
    @Nullable BigDecimal gmv,
    @Nullable BigDecimal cost,
    @Nullable String currency)
    implements BehaviorRecord {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Start of the day in Asia/Shanghai, the zone of such exports. */
  @Override
  public Instant at() {
    return day.atStartOfDay(SHANGHAI).toInstant();
  }

  @Override
  public String type() {
    return "keyword_stats";
  }
}
