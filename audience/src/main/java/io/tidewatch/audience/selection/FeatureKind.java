package io.tidewatch.audience.selection;

/** What values a raw feature has. */
public enum FeatureKind {
  /** One finite number a user. */
  NUMBER,
  /** One of several values a user. */
  CATEGORY,
  /** Any number of values a user, each with a weight. */
  TAGS
}
