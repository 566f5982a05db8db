package io.tidewatch.keywords.formula;

/** A value between its 5 % and 95 % bounds. */
public record Interval(double lo, double mid, double hi) {}
