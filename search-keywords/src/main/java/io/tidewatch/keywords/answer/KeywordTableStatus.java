package io.tidewatch.keywords.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The kept table of the newest window.
 *
 * @param asOf end of its window (exclusive); null when there is none
 * @param version of data, catalogue and format
 * @param madeAt when it was begun
 * @param rows keyword and category pairs
 * @param seconds that making it took
 * @param fromFile whether it was read back after a start
 * @param stale whether data or catalogue changed since
 * @param problem why it could not be written or read; empty when all is well
 */
public record KeywordTableStatus(
    @Nullable Instant asOf,
    @Nullable String version,
    @Nullable Instant madeAt,
    int rows,
    @Nullable Double seconds,
    boolean fromFile,
    boolean stale,
    String problem) {}
