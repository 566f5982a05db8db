package io.tidewatch.trend.engine;

import io.tidewatch.trend.Field;

/** The columns of one document during a scan. */
public interface Row {

  /** publishedAt in microseconds. */
  long at();

  /** A number that no other document of the scan has. */
  long ordinal();

  long number(Columns.Measure column);

  /** How many values the document has in a field; {@link #nextKey} then gives them one by one. */
  int keys(Field field);

  /** The number of the next value; negative for a key that is not wanted. */
  int nextKey(Field field);

  /** source/id. */
  String documentKey();
}
