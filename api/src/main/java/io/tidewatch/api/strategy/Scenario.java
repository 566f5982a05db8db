package io.tidewatch.api.strategy;

/** What a marketer plans. */
public enum Scenario {
  /** A new product in a category. */
  LAUNCH,
  /** A larger category. */
  GROWTH,
  /** Dearer products, more loyal buyers. */
  UPGRADE
}
