package io.tidewatch.api.wiring;

import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** Asks what is rising, so that the days are read before somebody asks. */
final class RisingReadAhead implements Runnable {
  private static final List<KeyKind> KINDS = List.of(KeyKind.BRAND, KeyKind.PRODUCT, KeyKind.TERM);

  private final Supplier<TrendQueries> trends;
  private final ZoneId zone;

  RisingReadAhead(Supplier<TrendQueries> trends, ZoneId zone) {
    this.trends = trends;
    this.zone = zone;
  }

  @Override
  public void run() {
    for (KeyKind kind : KINDS) {
      trends.get().rising(new RisingQuery(kind, Duration.ofDays(1), null, 1, zone));
    }
  }
}
