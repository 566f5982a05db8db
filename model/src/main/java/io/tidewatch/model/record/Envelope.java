package io.tidewatch.model.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What any record carries besides its own fields.
 *
 * @param source where the record came from, such as {@code weibo}; null when the sender named none
 * @param updatedAt when the sender last changed the record; null when it did not say, and then the
 *     time of arrival decides between two versions
 * @param receivedAt when this service took the record in (UTC)
 * @param contentHash 64-bit hash of the record's content without {@code receivedAt}: two records of
 *     one key with the same hash are the same record
 * @param extra fields this service does not know, kept as one JSON object; null when there are none
 */
public record Envelope(
    @Nullable String source,
    @Nullable Instant updatedAt,
    Instant receivedAt,
    long contentHash,
    @Nullable String extra) {

  /** The instant by which two versions of one record are ordered. */
  public Instant version() {
    return updatedAt == null ? receivedAt : updatedAt;
  }
}
