package io.tidewatch.keywords.semantic;

import org.jspecify.annotations.Nullable;

/**
 * What speaks for a keyword.
 *
 * @param meaning cosine; null when the keyword is not among the nearest or has no vector
 * @param text 0 to 1
 * @param clicks 0 to 1; null when the keyword or the words near the wish were followed by no click
 */
record Evidence(
    String keyword,
    @Nullable Double meaning,
    double text,
    @Nullable Double clicks) {}
