package io.tidewatch.model.trend;

/** An estimate with its 5 % and 95 % bounds. */
public record Interval3(double low, double mid, double high) {}
