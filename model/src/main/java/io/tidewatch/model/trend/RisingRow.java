package io.tidewatch.model.trend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rising key.
 *
 * @param key catalogue id, aspect id, hashtag or term
 * @param surfaces how the texts wrote it, most frequent first, at most five
 * @param unit {@code authors} or {@code titles}; {@code texts} or {@code documents} when these were
 *     asked to be counted
 * @param count distinct units in the window
 * @param authors distinct authors; null for titles
 * @param documents documents in the window, each once
 * @param expected units expected from the key's own past
 * @param score standard deviations above expectation: the normal quantile of the mid-p value
 * @param growth rate in the window against the rate before
 * @param via {@code direct} or {@code all}: whether a brand ranks by its direct mentions or by all
 * @param stage {@code emerging}, {@code rising}, {@code peak} or {@code fading}
 * @param firstSeen first document of the key in the window (UTC)
 * @param evidence keys of documents that carry it, highest engagement first, at most ten
 */
public record RisingRow(
    String key,
    String name,
    KeyKind kind,
    List<String> surfaces,
    String unit,
    long count,
    @Nullable Long authors,
    long documents,
    double expected,
    double score,
    Interval3 growth,
    @Nullable String via,
    String stage,
    Instant firstSeen,
    List<String> evidence) {}
