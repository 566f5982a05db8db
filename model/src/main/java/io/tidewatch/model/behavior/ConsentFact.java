package io.tidewatch.model.behavior;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored decision of a user about one purpose; {@code source} is null when none was named. */
public record ConsentFact(
    String id,
    String userId,
    String purpose,
    boolean granted,
    @Nullable String source,
    Instant at) {}
