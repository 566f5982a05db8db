package io.tidewatch.audience.holiday;

/**
 * A category that a holiday's words lead to. Names are the names in JSON.
 *
 * @param weight mean over the words, by searchers, of Swing(word, category) over the word's largest,
 *     above 0 and at most 1
 */
public record HolidayCategory(String categoryId, double weight) {}
