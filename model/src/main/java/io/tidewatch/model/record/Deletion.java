package io.tidewatch.model.record;

/** A request to delete the record {@code id} of type {@code of}; it becomes a tombstone. */
public record Deletion(Envelope envelope, String of, String id) implements DataRecord {

  @Override
  public String type() {
    return "delete";
  }
}
