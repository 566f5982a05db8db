package io.tidewatch.api.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts groups of fewer than k people together so that none can be read, nor worked out from the
 * whole: where all small groups together are fewer than k, the smallest large one joins them.
 */
final class SmallGroups {
  /** The name of what was put together. */
  static final String OTHER = "other";

  private SmallGroups() {}

  /**
   * Keys by the group under which they are shown; empty when all people together are fewer than k.
   *
   * @param sizes people by key, disjoint
   */
  static Map<String, List<String>> shown(Map<String, Long> sizes, long least) {
    List<String> bySize = sizes.keySet().stream()
        .sorted(Comparator.<String>comparingLong(key -> sizes.getOrDefault(key, 0L))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    var others = new ArrayList<String>();
    long hidden = 0;
    for (String key : bySize) {
      long size = sizes.getOrDefault(key, 0L);
      if (size < least || (hidden > 0 && hidden < least)) {
        others.add(key);
        hidden += size;
      }
    }
    var shown = new LinkedHashMap<String, List<String>>();
    if (hidden > 0 && hidden < least) {
      return shown;
    }
    for (String key : bySize.reversed()) {
      if (!others.contains(key)) {
        shown.put(key, List.of(key));
      }
    }
    if (!others.isEmpty()) {
      shown.put(OTHER, List.copyOf(others));
    }
    return shown;
  }
}
