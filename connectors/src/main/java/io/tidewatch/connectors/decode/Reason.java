package io.tidewatch.connectors.decode;

import java.util.Locale;

/** Why a record was not taken in. */
public enum Reason {
  /** Not JSON, not a row, or not the outer form that was expected. */
  SYNTAX,
  /** Bytes that the declared character set does not know. */
  ENCODING,
  /** Longer than the limit for one record. */
  TOO_LONG,
  /** The {@code type} field is absent or names no record type. */
  UNKNOWN_TYPE,
  /** A required field is absent or empty. */
  MISSING_FIELD,
  /** A field holds something else than its rule allows. */
  BAD_VALUE,
  /** A field should hold a time or day and does not. */
  BAD_TIME,
  /** The file has no column that its format map requires. */
  MISSING_COLUMN,
  /** The file ends or breaks in the middle. */
  DAMAGED_FILE,
  /** No format map fits the file. */
  UNKNOWN_FORMAT,
  /** The annotator failed on the text. */
  ANNOTATION,
  /** The store refuses the record for good. */
  STORE_REFUSED,
  /** Nothing of that day is kept any more; sending it again changes nothing. */
  SEALED,
  /** The record is about a person who was erased and is to stay so; it is written nowhere. */
  ERASED,
  /** The store stayed away through all retries. */
  STORE_UNAVAILABLE;

  /** The code used in files and answers, such as {@code missing-field}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #label} writes. */
  public static Reason of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
