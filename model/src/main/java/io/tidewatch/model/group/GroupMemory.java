package io.tidewatch.model.group;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers of which groups profiles were answered, so that two answers cannot be subtracted from
 * each other. People are known by keys (parts of keyed hashes of their ids) and numbered from 0.
 * Safe from any thread; what was remembered survives the end of the process. Every method may throw
 * {@link StoreUnavailableException}.
 */
public interface GroupMemory {

  /**
   * The numbers of people, in the order of their keys; who has none gets one. A number never belongs
   * to another key, not even after its own was forgotten.
   */
  int[] numbers(long[] keys);

  /** The id of the newest group, also of one that was dropped; 0 before the first. */
  long newest();

  /** The groups answered behind {@code id}, oldest first; all for 0. */
  List<AnsweredGroup> after(long id);

  /**
   * Keeps a group unless somebody else kept one meanwhile, in which case nothing is kept and the
   * answer is false: look at {@link #after} again.
   *
   * @param group its id is {@link #newest} as it was read, plus 1
   */
  boolean remember(AnsweredGroup group);

  /** Drops groups answered before a time. */
  void dropBefore(Instant time);

  /**
   * Forgets the numbers of these keys; what remembered groups hold of them belongs to nobody from
   * then on. Returns how many were known.
   */
  long forget(Collection<Long> keys);
}
