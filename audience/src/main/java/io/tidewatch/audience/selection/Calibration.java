package io.tidewatch.audience.selection;

/** How margins become probabilities. */
public enum Calibration {
  /** A logistic curve through held-out users. */
  PLATT,
  /** A rising step curve through held-out users, joined by straight lines. */
  ISOTONIC
}
