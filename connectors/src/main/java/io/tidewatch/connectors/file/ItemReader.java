package io.tidewatch.connectors.file;

import io.tidewatch.connectors.intake.Item;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file in order. Damage is no exception but a refused item at the end: what was
 * read before it goes in. Not safe for concurrent use.
 */
interface ItemReader extends Closeable {

  /** The next record, decoded or refused; null at the end. */
  @Nullable
  Item next();

  /** A sentence on the file as a whole, after its last record; empty when there is none to say. */
  default String note() {
    return "";
  }
}
