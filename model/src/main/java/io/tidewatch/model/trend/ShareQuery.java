package io.tidewatch.model.trend;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Share of voice among catalogue entities; {@code entityIds} are resolved ids, 1 to 50. */
public record ShareQuery(
    List<String> entityIds,
    @Nullable Instant from,
    @Nullable Instant to,
    ZoneId zone,
    Counting counting) {

  /** The usual counting. */
  public ShareQuery(
      List<String> entityIds, @Nullable Instant from, @Nullable Instant to, ZoneId zone) {
    this(entityIds, from, to, zone, Counting.USUAL);
  }

  public ShareQuery {
    entityIds = List.copyOf(entityIds);
    if (entityIds.isEmpty() || entityIds.size() > 50) {
      throw new IllegalArgumentException("of: 1 to 50 names are required, got " + entityIds.size());
    }
  }
}
