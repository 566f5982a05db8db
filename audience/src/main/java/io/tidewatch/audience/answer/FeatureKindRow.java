package io.tidewatch.audience.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one kind of features. Names are the names in JSON.
 *
 * @param kind such as {@code category}
 * @param meaning in one sentence
 * @param window how far back it reads and how it fades
 * @param values distinct values that a user of the base has
 * @param users of the base who carry at least one
 * @param coverage share of the base, 0 to 1
 * @param bytes of the bitmaps of its values
 * @param newest when the newest fact behind it happened; null when there is none
 * @param asOf T
 */
public record FeatureKindRow(
    String kind,
    String meaning,
    String window,
    int values,
    int users,
    double coverage,
    long bytes,
    @Nullable Instant newest,
    Instant asOf) {}
