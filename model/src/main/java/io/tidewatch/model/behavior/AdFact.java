package io.tidewatch.model.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An advertisement of a campaign that a user saw or clicked.
 *
 * @param clicked true for a click, false for an exposure
 * @param cost of this event; null when it was billed otherwise
 * @param currency of the cost; null without one
 */
public record AdFact(
    String userId,
    Instant at,
    boolean clicked,
    @Nullable BigDecimal cost,
    @Nullable String currency) {}
