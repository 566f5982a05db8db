package io.tidewatch.model.record;

import org.jspecify.annotations.Nullable;

/** A picture or video of a post or product: its address and, where given, its caption. */
public record Media(String url, @Nullable String caption) {}
