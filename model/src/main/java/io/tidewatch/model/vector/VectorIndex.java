package io.tidewatch.model.vector;

import java.util.List;
import java.util.Set;

/**
 * Vectors of one length by id, with tags to choose among them. Safe from any thread; what is written
 * is found after {@link #commit}, which makes it durable. The neighbours are those of a graph that
 * is searched, so that far more than {@code k} close ones may hide a few of them; scores are exact.
 * Every method may throw {@link io.tidewatch.model.record.StoreUnavailableException}.
 */
public interface VectorIndex extends AutoCloseable {

  /** Most neighbours that one question may ask for. */
  int MAX_NEIGHBORS = 1000;

  /** Numbers in each vector. */
  int dimensions();

  /**
   * Adds an entry or replaces the one with the same id.
   *
   * @param vector finite numbers, not all 0
   */
  void put(String id, float[] vector, Set<String> tags);

  /** Removes an entry; nothing happens when there is none. */
  void delete(String id);

  /**
   * The entries nearest to a vector, nearest first, then by id.
   *
   * @param k 1 to {@link #MAX_NEIGHBORS}
   * @param tags entries must carry all of them; empty for any entry
   */
  List<Neighbor> nearest(float[] vector, int k, Set<String> tags);

  /** Entries that are found. */
  long count();

  /** Makes everything written so far durable and found. */
  void commit();

  @Override
  void close();
}
