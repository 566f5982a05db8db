package io.tidewatch.nlp.eval;

/**
 * One figure.
 *
 * @param task {@code sentiment}, {@code mentions}, {@code aspects} or {@code intent}
 * @param data file it was measured on
 * @param system what was measured: a lane or a named baseline
 * @param metric name of the figure; shares are from 0 to 1
 * @param n number of cases behind it
 */
public record EvalRow(
    String task, String data, String system, String metric, double value, long n) {}
