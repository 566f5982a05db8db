package io.tidewatch.model.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines about profiles and exports. Lines are only added. Safe from any thread; every method throws
 * {@link io.tidewatch.model.record.StoreUnavailableException} when the database does not answer.
 */
public interface AuditLog {
  /** Adds a line; it is on disk when this returns. */
  void write(AuditEntry entry);

  /**
   * The newest lines first, those of one moment in the reverse order of writing.
   *
   * @param action of one action only; null for all
   * @param limit at most so many, from 1
   */
  List<AuditEntry> list(@Nullable String action, int limit);
}
