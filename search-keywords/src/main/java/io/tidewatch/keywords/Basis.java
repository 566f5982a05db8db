package io.tidewatch.keywords;

import java.util.Locale;

/** Where the counts of a row come from; a better basis hides a worse one of the same keyword. */
enum Basis {
  BEHAVIOUR,
  AGGREGATE,
  TITLE;

  /** As rows carry it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
