package io.tidewatch.trend.question;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidewatch.trend.LocalDay;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values made from the documents of single local days, the least useful given up first beyond a
 * number of bytes. A value is found again only under the day's present version, so a day whose
 * documents changed is made anew. Safe from any thread.
 *
 * @param <W> what was asked, with the zone
 */
final class DayCache<W, V> {
  /** Bytes of an entry beside its value. */
  private static final int OVERHEAD = 160;

  private final Cache<Key<W>, V> values;

  private record Key<W>(W what, LocalDate date, long version) {}

  DayCache(long maxBytes, ToIntFunction<V> bytes) {
    this.values = Caffeine.newBuilder()
        .maximumWeight(maxBytes)
        .weigher((Key<W> key, V value) -> OVERHEAD + bytes.applyAsInt(value))
        .executor(Runnable::run)
        .build();
  }

  @Nullable
  V get(W what, LocalDay day, long version) {
    return values.getIfPresent(new Key<>(what, day.date(), version));
  }

  void put(W what, LocalDay day, long version, V value) {
    values.put(new Key<>(what, day.date(), version), value);
  }
}
