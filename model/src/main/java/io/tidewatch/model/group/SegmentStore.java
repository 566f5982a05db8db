package io.tidewatch.model.group;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps segments. Safe from any thread; what was saved survives the end of the process. Every method
 * may throw {@link StoreUnavailableException}.
 */
public interface SegmentStore {
  /** Holds nothing and saves nothing. */
  SegmentStore NONE = new NoSegments();

  /** Adds a segment, or replaces the one with the same name. */
  void save(SavedSegment segment);

  /** Every segment, by name. */
  List<SavedSegment> list();

  Optional<SavedSegment> get(String name);

  /** Removes a segment. False when there is none of that name. */
  boolean delete(String name);
}
