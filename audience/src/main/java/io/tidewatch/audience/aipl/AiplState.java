package io.tidewatch.audience.aipl;

/** What a user is to a brand; a later constant is a deeper state. */
public enum AiplState {
  /** Opportunity: none of the others. */
  O,
  /** Awareness. */
  A,
  /** Interest. */
  I,
  /** Purchase. */
  P,
  /** Loyalty. */
  L
}
