package io.tidewatch.model.group;

import java.util.List;
import java.util.Optional;

/** A store for those who need none. */
record NoSegments() implements SegmentStore {
  @Override
  public void save(SavedSegment segment) {
    throw new UnsupportedOperationException("nothing is saved here");
  }

  @Override
  public List<SavedSegment> list() {
    return List.of();
  }

  @Override
  public Optional<SavedSegment> get(String name) {
    return Optional.empty();
  }

  @Override
  public boolean delete(String name) {
    return false;
  }
}
