package io.tidewatch.audience;

import io.tidewatch.audience.SelectionTrial.Goal;
import io.tidewatch.audience.selection.Cut;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom to select for a brand.
 *
 * @param asOf T; null for just after the newest event
 * @param goal what they are to reach within the period
 * @param cut how many are taken
 * @param lang of texts: English for English, else Chinese
 */
public record SelectionQuery(
    String brandId, @Nullable Instant asOf, Goal goal, Cut cut, Locale lang) {}
