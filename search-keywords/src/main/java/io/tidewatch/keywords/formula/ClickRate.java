package io.tidewatch.keywords.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Clicks per impression, as observed and per examined impression ({@link Examination}): what the
 * rate would be if all of it stood at the first place. Bounds are the 5 % and 95 % quantiles of the
 * Jeffreys posterior. Null is "not enough data".
 *
 * @param of {@code brand} for the brand's own products, {@code market} for all
 * @param examined impressions at places whose examination is known, each times that
 * @param examinedClicks clicks at those places
 */
public record ClickRate(
    String of,
    @Nullable Interval observed,
    @Nullable Interval corrected,
    @Nullable Double examined,
    @Nullable Long examinedClicks) {

  /** Fewer impressions give no rate. */
  private static final long FEW = 20;

  public static @Nullable ClickRate of(Met met, String whose) {
    Long shown = met.impressions();
    Long clicks = met.clicks();
    if (shown == null || clicks == null || shown < FEW) {
      return null;
    }
    boolean known = met.examined() >= FEW;
    return new ClickRate(
        whose,
        rate((double) clicks, (double) shown),
        known ? rate((double) met.examinedClicks(), met.examined()) : null,
        known ? Double.valueOf(met.examined()) : null,
        known ? Long.valueOf(met.examinedClicks()) : null);
  }

  private static Interval rate(double clicks, double shown) {
    double hits = Math.min(clicks, shown);
    var posterior = BetaDistribution.of(hits + 0.5, shown - hits + 0.5);
    return new Interval(
        posterior.inverseCumulativeProbability(0.05),
        posterior.getMean(),
        posterior.inverseCumulativeProbability(0.95));
  }
}
