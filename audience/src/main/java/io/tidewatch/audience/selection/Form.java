package io.tidewatch.audience.selection;

/** What a learner wants of numbers. */
public enum Form {
  /** A column a bin, and one for what is missing; the commonest level is the base without one. */
  ONE_HOT,
  /** One column with the bin's id from 1; what is missing has no entry. */
  ORDINAL
}
