package io.tidewatch.model.behavior;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One stored record as it stands.
 *
 * @param type as in the {@code type} field of a record
 * @param fields the columns that hold something, in the store's order: text, numbers, flags, lists
 */
public record StoredRecord(String type, String id, Instant at, Map<String, Object> fields) {

  public StoredRecord {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
