package io.tidewatch.model.trend;

/** One entity's part of the talk; the share is null-free but its bounds are wide when few. */
public record ShareRow(String key, String name, long count, Interval3 share) {}
