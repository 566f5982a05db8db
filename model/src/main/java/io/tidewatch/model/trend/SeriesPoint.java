package io.tidewatch.model.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bucket of a series. All counts are null when no source was observed in the bucket, and
 * {@code authors} also when the matching sources have none.
 *
 * @param start start of the bucket (UTC instant of the local hour or day)
 * @param count distinct units: an author or title once per local day, at the first hour
 */
public record SeriesPoint(
    Instant start,
    @Nullable Long count,
    @Nullable Long authors,
    @Nullable Long documents,
    @Nullable Long positive,
    @Nullable Long negative,
    boolean observed) {}
