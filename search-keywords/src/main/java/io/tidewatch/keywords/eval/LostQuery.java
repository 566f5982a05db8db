package io.tidewatch.keywords.eval;

/** A query, or a pair parted by a bar, whose label the system missed. */
public record LostQuery(String data, String query, String expected, String got) {}
