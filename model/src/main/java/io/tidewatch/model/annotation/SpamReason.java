package io.tidewatch.model.annotation;

/**
 * One sign that a post was placed rather than said.
 *
 * @param code stable, kebab-case
 * @param text the sign in a few Chinese words, with what was seen
 */
public record SpamReason(String code, String text) {}
