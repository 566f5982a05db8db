package io.tidewatch.connectors.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source has delivered since the service started.
 *
 * @param lastRun when it last delivered or was asked
 * @param lastSuccess when a run last ended well; null when none has
 * @param lastError what went wrong in the last run; null when nothing did
 * @param newestEvent the newest event time among accepted records; null when there are none
 * @param reasons how many records were not taken in, by reason code, in order of the codes
 */
public record IntakeStatus(
    String source,
    Instant lastRun,
    @Nullable Instant lastSuccess,
    @Nullable String lastError,
    @Nullable Instant newestEvent,
    IntakeCounts counts,
    Map<String, Long> reasons) {}
