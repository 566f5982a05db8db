package io.tidewatch.audience.identity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Persons whose device a store's sensors saw, tied to the device by accepted links, and whose newest
 * decision about the purpose {@code wifi} is a yes.
 *
 * @param persons the ids of each that behaviour may give as user, by kind, then value
 * @param devices how many devices were seen
 * @param refused how many of them belong to nobody who may be addressed, by reason as in {@link
 *     ExportConsent}
 */
public record StoreVisitors(List<List<String>> persons, long devices, Map<String, Long> refused) {
  static final StoreVisitors NOBODY = new StoreVisitors(List.of(), 0, Map.of());

  public StoreVisitors {
    persons = persons.stream().map(List::copyOf).toList();
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
  }
}
