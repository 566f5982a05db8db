package io.tidewatch.model.annotation;

/** Which pipeline made an annotation. */
public enum Lane {
  FAST,
  DEEP
}
