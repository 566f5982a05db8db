package io.tidewatch.keywords.answer;

/**
 * Why a row is as it is.
 *
 * @param code stable, kebab-case
 * @param text one sentence in the language that was asked for
 */
public record Reason(String code, String text) {}
