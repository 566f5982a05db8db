package io.tidewatch.keywords.eval;

/**
 * One figure.
 *
 * @param value NaN-free; shares are 0 to 1
 * @param n on how many queries or pairs it stands
 */
public record QueryEvalRow(
    String task, String data, String system, String metric, double value, long n) {}
