package io.tidewatch.audience;

import io.tidewatch.model.group.AnsweredGroup;
import io.tidewatch.model.group.GroupMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answered groups in memory. */
public final class MemoryGroups implements GroupMemory {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<AnsweredGroup> groups = new ArrayList<>();
  private int next;
  private long newest;

  @Override
  public int[] numbers(long[] keys) {
    return Arrays.stream(keys)
        .mapToInt(key -> numbers.computeIfAbsent(key, k -> next++))
        .toArray();
  }

  @Override
  public long newest() {
    return newest;
  }

  @Override
  public List<AnsweredGroup> after(long id) {
    return groups.stream().filter(group -> group.id() > id).toList();
  }

  @Override
  public boolean remember(AnsweredGroup group) {
    if (group.id() != newest + 1) {
      return false;
    }
    groups.add(group);
    newest = group.id();
    return true;
  }

  @Override
  public void dropBefore(Instant time) {
    groups.removeIf(group -> group.answeredAt().isBefore(time));
  }

  @Override
  public long forget(Collection<Long> keys) {
    return keys.stream().filter(key -> numbers.remove(key) != null).count();
  }
}
