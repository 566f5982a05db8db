package io.tidewatch.audience.identity;

import org.jspecify.annotations.Nullable;

/**
 * How many identifiers of a kind are matched.
 *
 * @param kind of the identifiers
 * @param source who sent the records that name them; null for all sources together
 * @param reaches what counts as a match: an identifier of this kind of the same person; {@code any}:
 *     of any other kind but a handle
 * @param ids different identifiers, at least 1
 * @param rate {@code matched / ids}
 */
public record MatchRow(
    String kind, @Nullable String source, String reaches, long ids, long matched, double rate) {}
