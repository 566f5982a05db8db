package io.tidewatch.audience.identity;

/** Which of several values of one attribute a person gets. */
public enum FieldRule {
  /** Verified before declared before inferred, then the newest. */
  MOST_TRUSTED,
  /** The newest, whoever said it. */
  NEWEST,
  /** The first that was ever said, such as for a birthday. */
  OLDEST
}
