package io.tidewatch.model.trend;

/** A query that cannot be read; the message names position and rule. */
public final class QuerySyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /** {@code position} is a 0-based UTF-16 offset into the query. */
  public QuerySyntaxException(String rule, int position, String query) {
    super("query: " + rule + " at position " + position + " of " + query);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
