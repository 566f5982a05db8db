package io.tidewatch.model.annotation;

/** Which way a judgement points. {@link #UNCERTAIN} abstains; it is not {@link #NEUTRAL}. */
public enum Polarity {
  POSITIVE,
  NEGATIVE,
  NEUTRAL,
  UNCERTAIN
}
