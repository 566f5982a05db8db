package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.UserAttributes;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.feature.WordHeads;
import io.tidewatch.audience.segment.SegmentLanguage;
import io.tidewatch.audience.segment.SegmentNames;
import io.tidewatch.audience.segment.SegmentQuery;
import io.tidewatch.audience.segment.SegmentReader;
import io.tidewatch.audience.segment.SegmentSource;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.group.SavedSegment;
import io.tidewatch.model.group.SegmentStore;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads saved segments from a snapshot. Safe from any thread. */
final class Segments {
  /** Brands whose shown searches are held at once, and kept for the next question of that time. */
  private static final int BRANDS = 64;

  private final AudienceConfig config;
  private final AudienceFacts store;
  private final Supplier<SegmentStore> saved;
  private final PlainFeatures features;
  private final WordFamilies families;
  private WeakReference<@Nullable UserFacts> read = new WeakReference<>(null);
  private SoftReference<@Nullable Map<String, ShownSearches>> last = new SoftReference<>(null);

  Segments(
      AudienceConfig config,
      AudienceFacts store,
      Supplier<SegmentStore> saved,
      PlainFeatures features,
      WordFamilies families) {
    this.config = config;
    this.store = store;
    this.saved = saved;
    this.features = features;
    this.families = families;
  }

  SegmentStore saved() {
    return saved.get();
  }

  /** Refuses the name of a segment that there is not. */
  void check(String name) {
    if (saved.get().get(name).isEmpty()) {
      throw new IllegalArgumentException("segment: a saved segment is required, got " + name);
    }
  }

  UserSet members(String name, Snapshot snapshot, Catalogue catalogue) {
    var users = new ArrayList<UserSet>();
    read(List.of(name), snapshot, catalogue, (segment, members) -> users.add(members));
    return users.getFirst();
  }

  /** Calls {@code sink} with the users of each of these segments. */
  void read(
      List<String> names,
      Snapshot snapshot,
      Catalogue catalogue,
      BiConsumer<String, UserSet> sink) {
    new SegmentReader(new Source(snapshot, catalogue), config.saturation(), queries())
        .read(names, sink);
  }

  /** Every saved segment by name. */
  Map<String, SegmentQuery> queries() {
    var queries = new LinkedHashMap<String, SegmentQuery>();
    for (SavedSegment segment : saved.get().list()) {
      queries.put(segment.name(), SegmentLanguage.read(segment.query(), SegmentNames.IDS));
    }
    return queries;
  }

  private synchronized Map<String, ShownSearches> shown(UserFacts facts, List<String> brands) {
    Map<String, ShownSearches> known = read.get() == facts ? last.get() : null;
    if (known != null && known.keySet().containsAll(brands)) {
      return known;
    }
    var shown = new HashMap<String, ShownSearches>();
    ShownSearches nothing = ShownSearches.none(facts.users());
    brands.forEach(brand -> shown.put(brand, nothing));
    shown.putAll(
        ShownSearches.read(store, facts, Set.copyOf(brands), config.aipl().awarenessDays()));
    read = new WeakReference<>(facts);
    last = new SoftReference<>(shown);
    return shown;
  }

  private final class Source implements SegmentSource {
    private final Snapshot snapshot;
    private final Catalogue catalogue;

    Source(Snapshot snapshot, Catalogue catalogue) {
      this.snapshot = snapshot;
      this.catalogue = catalogue;
    }

    @Override
    public UserFacts facts() {
      return snapshot.facts();
    }

    @Override
    public UserAttributes attributes() {
      return snapshot.attributes();
    }

    @Override
    public FeatureMatrix matrix() {
      return features.of(snapshot);
    }

    @Override
    public int[] heads() {
      return WordHeads.of(snapshot.facts(), families);
    }

    @Override
    public void states(Set<String> brandIds, BiConsumer<String, BrandStates> sink) {
      List<String> brands = brandIds.stream().sorted().toList();
      for (int from = 0; from < brands.size(); from += BRANDS) {
        List<String> some = brands.subList(from, Math.min(brands.size(), from + BRANDS));
        Map<String, ShownSearches> shown = shown(snapshot.facts(), some);
        for (String brand : some) {
          ShownSearches searches = Objects.requireNonNull(shown.get(brand), brand);
          BrandScope scope = BrandScope.of(brand, catalogue, snapshot.facts());
          sink.accept(
              brand, new AiplReader(snapshot.facts(), scope, searches, config.aipl()).now());
        }
      }
    }
  }
}
