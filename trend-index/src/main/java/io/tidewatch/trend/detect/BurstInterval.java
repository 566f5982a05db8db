package io.tidewatch.trend.detect;

import java.time.Instant;

/**
 * A stretch of raised rate, dated by {@link KleinbergBursts}.
 *
 * @param start inclusive
 * @param end exclusive
 * @param weight cost saved against the base rate, positive; larger is surer
 */
public record BurstInterval(Instant start, Instant end, double weight) {}
