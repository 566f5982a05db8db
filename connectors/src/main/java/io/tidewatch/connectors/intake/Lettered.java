package io.tidewatch.connectors.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that lie in the dead letters already, the newest 10,000. Safe from any thread. */
final class Lettered {
  private static final int MOST = 10_000;

  private final Map<String, Boolean> newest = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  };

  /** Whether the same content of the same record was added before. */
  synchronized boolean holds(Item item) {
    String key = key(item);
    return key != null && newest.containsKey(key);
  }

  synchronized void add(Item item) {
    String key = key(item);
    if (key != null) {
      newest.put(key, true);
    }
  }

  private static @Nullable String key(Item item) {
    return item instanceof Item.Decoded(var record, var original)
        ? record.type() + "/" + record.envelope().source() + "/" + record.id() + "#"
            + record.envelope().contentHash()
        : null;
  }
}
