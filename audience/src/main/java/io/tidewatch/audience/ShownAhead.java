package io.tidewatch.audience;

import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFacts;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches that showed a brand, those of several brands read at once when it is known that they will
 * be asked for: the reading looks at every impression, whatever the number of brands. Safe from any
 * thread.
 */
final class ShownAhead {
  private final AudienceFacts store;
  private Set<String> expected = Set.of();
  private WeakReference<@Nullable UserFacts> read = new WeakReference<>(null);
  private int readDays;
  private SoftReference<@Nullable Map<String, ShownSearches>> last = new SoftReference<>(null);

  ShownAhead(AudienceFacts store) {
    this.store = store;
  }

  /** Brands that will be asked for one after another. */
  synchronized void expect(Collection<String> brandIds) {
    if (!expected.containsAll(brandIds)) {
      last = new SoftReference<>(null);
    }
    expected = Set.copyOf(brandIds);
  }

  /** Of the {@code days} before the facts' time. */
  synchronized ShownSearches of(UserFacts facts, String brandId, int days) {
    if (!expected.contains(brandId)) {
      return ShownSearches.read(store, facts, brandId, days);
    }
    Map<String, ShownSearches> all = last.get();
    if (all == null || read.get() != facts || readDays != days) {
      all = ShownSearches.read(store, facts, expected, days);
      read = new WeakReference<>(facts);
      readDays = days;
      last = new SoftReference<>(all);
    }
    ShownSearches shown = all.get(brandId);
    return shown == null ? ShownSearches.none(facts.users()) : shown;
  }
}
