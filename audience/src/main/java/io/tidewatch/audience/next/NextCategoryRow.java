package io.tidewatch.audience.next;

/**
 * One figure.
 *
 * @param task {@code next-category} for users who bought before, {@code category-by-child} for users
 *     of whose child the age is known
 * @param data file it was measured on
 * @param system what was measured
 * @param metric {@code hit at N} or {@code reciprocal rank}, 0 to 1
 * @param value the figure
 * @param n questions behind it
 */
public record NextCategoryRow(
    String task, String data, String system, String metric, double value, long n) {}
