package io.tidewatch.audience;

import io.tidewatch.model.audit.AuditEntry;
import io.tidewatch.model.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** An audit log in memory. */
public final class MemoryAudit implements AuditLog {
  private final List<AuditEntry> lines = new ArrayList<>();

  @Override
  public void write(AuditEntry entry) {
    lines.add(entry);
  }

  @Override
  public List<AuditEntry> list(String action, int limit) {
    return lines.reversed().stream()
        .filter(line -> action == null || line.action().equals(action))
        .limit(limit)
        .toList();
  }
}
