package io.tidewatch.keywords.semantic;

import io.tidewatch.model.record.MediaVector;
import io.tidewatch.model.vector.VectorIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One vector index a space of pictures, opened when its first vector decides the length. Safe from
 * any thread.
 */
public final class MediaSpaces implements AutoCloseable {
  private final Opener opener;
  private final Map<String, VectorIndex> spaces = new HashMap<>();

  /** Opens the index of a space. */
  @FunctionalInterface
  public interface Opener {
    VectorIndex open(String space, int dimensions);
  }

  public MediaSpaces(Opener opener) {
    this.opener = opener;
  }

  /**
   * The index of a vector's space.
   *
   * @throws IllegalArgumentException when vectors of that space have another length
   */
  synchronized VectorIndex of(MediaVector vector) {
    int length = vector.numbers().size();
    VectorIndex index = spaces.computeIfAbsent(vector.space(), space -> opener.open(space, length));
    if (length != index.dimensions()) {
      throw new IllegalArgumentException("vector: " + index.dimensions()
          + " numbers are required in the space " + vector.space() + ", got " + length);
    }
    return index;
  }

  /** Those that have been opened. */
  synchronized List<VectorIndex> opened() {
    return new ArrayList<>(spaces.values());
  }

  /** Makes all that was written durable and found. */
  public void commit() {
    opened().forEach(VectorIndex::commit);
  }

  @Override
  public synchronized void close() {
    spaces.values().forEach(VectorIndex::close);
    spaces.clear();
  }
}
