package io.tidewatch.model.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search by one user.
 *
 * @param query what the person typed
 * @param queryId links later events to this search; null when the shop does not track it
 * @param results product ids shown, best first; null when the log does not hold them
 */
public record Search(
    Envelope envelope,
    String id,
    String userId,
    Instant at,
    String query,
    @Nullable String queryId,
    @Nullable List<String> results)
    implements BehaviorRecord {

  public Search {
    results = results == null ? null : List.copyOf(results);
  }

  @Override
  public String type() {
    return "search";
  }
}
