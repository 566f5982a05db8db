package io.tidewatch.audience.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved segment with its size before a time.
 *
 * @param query in the language of segments, with ids
 * @param users in it, rounded down to tens; null for fewer than twenty, and without any event
 * @param active of these, with a fact in the days of the base, told alike
 * @param base users of the base
 * @param asOf T; null without any event
 * @param computedAt when the size was computed
 */
public record SegmentRow(
    String name,
    String query,
    @Nullable Integer users,
    @Nullable Integer active,
    int base,
    @Nullable Instant asOf,
    Instant computedAt,
    Instant savedAt) {}
