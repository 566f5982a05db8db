package io.tidewatch.model.trend;

import org.jspecify.annotations.Nullable;

/**
 * How much is said in one hour of the local week.
 *
 * @param day 1 (Monday) to 7
 * @param hour 0 to 23
 * @param count units in all observed hours of that kind; a unit counts at its first hour of a day
 * @param observed how many such hours were observed
 * @param rate units an observed hour; null when none was
 * @param index the rate as a multiple of the mean rate over all observed hours; null when either is
 *     missing
 */
public record HourRate(
    int day,
    int hour,
    long count,
    long observed,
    @Nullable Double rate,
    @Nullable Double index) {}
