package io.tidewatch.model.trend;

import java.time.Instant;

/** How fresh one source is. */
public record SourceStatus(
    String source, long documents, Instant oldest, Instant newest, Instant lastReceived) {}
