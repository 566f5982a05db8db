package io.tidewatch.model.behavior;

import org.jspecify.annotations.Nullable;

/**
 * An identifier that behaviour names.
 *
 * @param kind {@code user}, {@code device} or {@code member}: the field that named it
 * @param source who sent the records; null when none was named
 * @param records at least 1
 */
public record SeenIdentifier(String kind, @Nullable String source, String value, long records) {}
