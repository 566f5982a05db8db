package io.tidewatch.audience.holiday;

import org.jspecify.annotations.Nullable;

/**
 * A word of a holiday. Names are the names in JSON.
 *
 * @param word as most people type it
 * @param searchers users who typed it during the holiday
 * @param before users who typed it in as many days before
 * @param rise odds of typing it among the holiday's searchers over those among the searchers before;
 *     null when there is nothing to compare with
 * @param low 5 % bound of the rise; null when the rise is
 * @param named whether it holds the holiday's name
 */
public record HolidayWord(
    String word,
    int searchers,
    int before,
    @Nullable Double rise,
    @Nullable Double low,
    boolean named) {}
