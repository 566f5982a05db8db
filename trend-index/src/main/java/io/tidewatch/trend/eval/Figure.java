package io.tidewatch.trend.eval;

/**
 * One figure of one method.
 *
 * @param metric its name with the unit where it has one; shares are from 0 to 1
 * @param n number of cases behind it
 */
public record Figure(String system, String metric, double value, long n) {}
