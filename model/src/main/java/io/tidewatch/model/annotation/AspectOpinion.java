package io.tidewatch.model.annotation;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that the text judges.
 *
 * @param span the words that name the aspect, or the opinion itself for an implicit one
 * @param aspect aspect id, such as {@code battery}
 * @param opinion the words that judge; null when only the aspect is named
 * @param score from -1 to 1
 * @param target id of the {@link Mention} it belongs to; null when none is near
 */
public record AspectOpinion(
    Span span,
    String aspect,
    @Nullable Span opinion,
    Polarity polarity,
    double score,
    @Nullable String target) {}
