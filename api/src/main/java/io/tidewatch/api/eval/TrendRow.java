package io.tidewatch.api.eval;

/**
 * One figure of the replay.
 *
 * @param task {@code trends}
 * @param data list and year, such as {@code hot search by the hour, 2025}
 * @param system {@code tidewatch} or a named baseline
 * @param metric name of the figure with its unit; shares are from 0 to 1
 * @param n number of cases behind it
 */
public record TrendRow(
    String task, String data, String system, String metric, double value, long n) {}
