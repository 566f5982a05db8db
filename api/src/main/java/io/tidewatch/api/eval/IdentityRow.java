package io.tidewatch.api.eval;

/**
 * One figure about who is who.
 *
 * @param task {@code identity}
 * @param data the market's regime, and what was added to it
 * @param system {@code tidewatch}, {@code truth} or a named baseline
 * @param n identifiers or pairs that the figure is a share of
 */
public record IdentityRow(
    String task, String data, String system, String metric, double value, long n) {}
