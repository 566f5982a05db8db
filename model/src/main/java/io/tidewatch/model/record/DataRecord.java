package io.tidewatch.model.record;

/** Anything a source can deliver. The set is closed: a switch over it needs no default. */
public sealed interface DataRecord
    permits DocumentRecord, BehaviorRecord, CatalogueRecord, PersonRecord, Deletion, Heartbeat {

  /** The record's type as written in the {@code type} field of a JSON line. */
  String type();

  /** The sender's identifier, unique within the type (documents: within the source). */
  String id();

  Envelope envelope();
}
