package io.tidewatch.connectors.intake;

import io.tidewatch.connectors.decode.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param reason why it was not taken in; null when it was
 * @param message one sentence for people; null when it was taken in
 */
public record ItemOutcome(
    Kind kind, @Nullable Reason reason, @Nullable String message) {

  static final ItemOutcome ACCEPTED = new ItemOutcome(Kind.ACCEPTED, null, null);
  static final ItemOutcome DUPLICATE = new ItemOutcome(Kind.DUPLICATE, null, null);

  /** The four ends a record can come to. */
  public enum Kind {
    /** New, or a correction of what was stored. */
    ACCEPTED,
    /** Known already. */
    DUPLICATE,
    /** Could not be read. */
    MALFORMED,
    /** Was read but could not be stored. */
    FAILED
  }
}
