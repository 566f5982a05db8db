package io.tidewatch.audience;

import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds target audiences at a time. Safe from any thread. */
final class Targets {
  /** Stores that an error names. */
  private static final int STORES = 20;

  private final AudienceConfig config;
  private final CatalogueStore catalogues;
  private final Snapshots snapshots;
  private final WordFamilies families;
  private final TalkSource talk;
  private final Segments segments;

  Targets(AudienceSources sources, Snapshots snapshots, Segments segments) {
    this.config = sources.config();
    this.catalogues = sources.catalogues();
    this.snapshots = snapshots;
    this.families = sources.families();
    this.talk = sources.talk();
    this.segments = segments;
  }

  /** A target with what it was found in. */
  record Found(Snapshot snapshot, Audience audience, Catalogue catalogue, Wording wording) {}

  /** Refuses a store that is none of those whose sensors saw a device. */
  static void check(Target.OfStore store, List<String> known) {
    if (!known.contains(store.storeId())) {
      throw new IllegalArgumentException("store: one of "
          + (known.isEmpty()
              ? "the stores with sensor records, of which there are none,"
              : known.stream().limit(STORES).collect(Collectors.joining(", "))
                  + (known.size() > STORES ? " and " + (known.size() - STORES) + " more" : ""))
          + " is required, got "
          + store.storeId());
    }
  }

  /**
   * Empty when nobody was active before T.
   *
   * @param asOf T; null for just after the newest event
   * @throws NoAudienceException when nobody in the base belongs to the target
   * @throws IllegalArgumentException for an unknown brand, segment or store
   */
  Optional<Found> find(Target target, @Nullable Instant asOf, Locale lang) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang, talk);
    if (target instanceof Target.OfBrand brand) {
      brand.check(catalogue);
    }
    if (target instanceof Target.OfSegment segment) {
      segments.check(segment.name());
    }
    Optional<Instant> time = snapshots.time(asOf);
    if (target instanceof Target.OfStore store && time.isPresent()) {
      check(store, snapshots.stores(time.get()));
    }
    return time.map(end -> snapshots.at(end, catalogue.version(), 0))
        .filter(snapshot -> !snapshot.base().isEmpty())
        .map(snapshot -> new Found(
            snapshot,
            new TargetReader(config, snapshot, wording, families, segments)
                .audience(target, catalogue),
            catalogue,
            wording));
  }
}
