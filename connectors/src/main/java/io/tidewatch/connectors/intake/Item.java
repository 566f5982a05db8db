package io.tidewatch.connectors.intake;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.model.record.DataRecord;

/** One record of a batch, decoded or refused. */
public sealed interface Item {

  Original original();

  /** A record that was read. */
  record Decoded(DataRecord record, Original original) implements Item {}

  /** A record that could not be read; {@code message} says what was expected. */
  record Refused(Original original, Reason reason, String message) implements Item {}
}
