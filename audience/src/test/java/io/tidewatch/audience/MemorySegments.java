package io.tidewatch.audience;

import io.tidewatch.model.group.SavedSegment;
import io.tidewatch.model.group.SegmentStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Segments in memory. */
public final class MemorySegments implements SegmentStore {
  private final Map<String, SavedSegment> byName = new TreeMap<>();

  @Override
  public void save(SavedSegment segment) {
    byName.put(segment.name(), segment);
  }

  @Override
  public List<SavedSegment> list() {
    return List.copyOf(byName.values());
  }

  @Override
  public Optional<SavedSegment> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public boolean delete(String name) {
    return byName.remove(name) != null;
  }
}
