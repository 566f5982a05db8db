package io.tidewatch.audience.answer;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is as it is.
 *
 * @param code stable, kebab-case
 * @param text one sentence in the language that was asked for
 * @param feature the feature it speaks of, if any
 * @param interest the user's decayed interest in it, or what else the direction measures
 * @param contribution its part of the user's score
 */
public record Reason(
    String code,
    String text,
    @Nullable String feature,
    @Nullable Double interest,
    @Nullable Double contribution) {

  /** Of no feature and with no part in a score. */
  public static Reason of(String code, String text) {
    return new Reason(code, text, null, null, null);
  }

  /** The same with its contribution times {@code scale}. */
  public Reason scaled(double scale) {
    return contribution == null
        ? this
        : new Reason(code, text, feature, interest, contribution * scale);
  }
}
