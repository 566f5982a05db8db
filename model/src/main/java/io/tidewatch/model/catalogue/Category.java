package io.tidewatch.model.catalogue;

import org.jspecify.annotations.Nullable;

/** A category; {@code parent} is null at the top. */
public record Category(
    String id, String name, String nameEn, @Nullable String parent, boolean standard) {}
