package io.tidewatch.api.eval;

import java.time.LocalDate;

/**
 * A title of a hot-search list on one local day, advertisements left out.
 *
 * @param hour hour since 1970 in which it first stood on the list that day
 * @param topHour hour in which it first stood among the first three; −1 never or not known
 * @param lastTopHour hour in which it last did; −1 likewise
 * @param peakHour hour of its highest heat
 */
public record HotTitle(
    LocalDate day, String title, long hour, long topHour, long lastTopHour, long peakHour) {}
