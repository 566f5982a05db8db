package io.tidewatch.model.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A span that names a brand or product.
 *
 * @param id {@code m1}, {@code m2}, … in order of appearance
 * @param surface the original characters of the span
 * @param entityId catalogue id; null when the catalogue does not hold it
 * @param brandId the brand itself, or the brand of the product; null when unknown
 * @param polarity how the author's own words judge it
 * @param quoted the mention stands in words of others that a repost carries
 * @param reason why an ambiguous alias was taken for the entity, {@code tagged} for a name outside the
 *     catalogue; null when the alias is not ambiguous
 */
public record Mention(
    String id,
    Span span,
    String surface,
    MentionKind kind,
    @Nullable String entityId,
    @Nullable String brandId,
    Polarity polarity,
    boolean quoted,
    @Nullable String reason) {}
