package io.tidewatch.model.annotation;

import org.jspecify.annotations.Nullable;

/**
 * How far a post and its author reached, as its source says. Numbers are never negative; null when
 * the source does not give them.
 *
 * @param followers of the author at the time
 * @param repost the post passes on another one
 */
public record Reach(
    @Nullable Long followers,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long reposts,
    boolean repost) {}
