package io.tidewatch.model.annotation;

/** What a mention names. */
public enum MentionKind {
  BRAND,
  PRODUCT
}
