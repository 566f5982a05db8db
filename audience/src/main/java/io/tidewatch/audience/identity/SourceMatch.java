package io.tidewatch.audience.identity;

import org.jspecify.annotations.Nullable;

/**
 * How many people of a group, as one source knows them, are matched.
 *
 * @param source who sent behaviour of them; null where records name nobody
 * @param users persons of the group in its records, at least 1
 * @param matched those tied to an identifier of another kind but a handle
 * @param rate {@code matched / users}
 */
public record SourceMatch(
    String group, @Nullable String source, long users, long matched, double rate) {}
