package io.tidewatch.model.behavior;

import java.time.Instant;

/**
 * An attribute of a user as of a time.
 *
 * @param at when it was told
 * @param source {@code verified}, {@code declared} or {@code inferred}
 */
public record UserAttribute(String userId, Instant at, String name, String value, String source) {}
