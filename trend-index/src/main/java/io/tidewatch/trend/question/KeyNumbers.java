package io.tidewatch.trend.question;

import io.tidewatch.trend.engine.Columns.KeyIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the keys of one field from 0 in order of first use. Safe from several threads. */
final class KeyNumbers implements KeyIds {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> keys = new ArrayList<>();

  @Override
  public synchronized int id(String key) {
    Integer known = numbers.putIfAbsent(key, keys.size());
    if (known != null) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  synchronized String key(int number) {
    return keys.get(number);
  }

  synchronized int size() {
    return keys.size();
  }
}
