package io.tidewatch.audience;

import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.ActionWeights;
import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.audience.feature.TalkedProducts;
import io.tidewatch.audience.feature.UserAttributes;
import io.tidewatch.audience.identity.PersonSource;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what users did before a time, and keeps the last reading as long as memory allows and
 * neither store nor catalogue changes. Safe from any thread.
 */
final class Snapshots {
  private final BehaviorStore store;
  private final AudienceFacts facts;
  private final AudienceConfig config;
  private final PersonSource persons;
  private final TalkSource talk;
  private volatile @Nullable Newest newest;
  private @Nullable Key kept;
  private SoftReference<@Nullable Snapshot> last = new SoftReference<>(null);

  Snapshots(AudienceSources sources) {
    this.store = sources.store();
    this.facts = sources.facts();
    this.config = sources.config();
    this.persons = sources.persons();
    this.talk = sources.talk();
  }

  private record Newest(long revision, Optional<Instant> time) {}

  private record Key(Instant asOf, SourceRevision revision, String catalogue, int days) {}

  /** The time to read before: {@code asOf}, or just after the newest event; empty without one. */
  Optional<Instant> time(@Nullable Instant asOf) {
    return asOf != null ? Optional.of(asOf) : newest().map(t -> t.plusMillis(1));
  }

  /** Asks the store once as long as it does not change. */
  private Optional<Instant> newest() {
    long revision = store.revision();
    Newest known = newest;
    if (known == null || known.revision() != revision) {
      known = new Newest(revision, store.newestEventTime());
      newest = known;
    }
    return known.time();
  }

  /** Stores whose sensors saw a device before a time. */
  List<String> stores(Instant asOf) {
    return persons.stores(asOf);
  }

  SourceRevision revision() {
    return new SourceRevision(store.revision(), persons.revision(), talk.revision());
  }

  /** Of the {@code days} before a time, at least the configured reach. */
  synchronized Snapshot at(Instant asOf, String catalogueVersion, int days) {
    int reach = Math.max(days, config.reach());
    var key = new Key(asOf, revision(), catalogueVersion, reach);
    Snapshot snapshot = last.get();
    if (snapshot == null || !key.equals(kept)) {
      UserFacts read =
          FactPacker.read(facts, asOf, reach, config.zone(), config.currency(), persons.at(asOf));
      snapshot = new Snapshot(
          read,
          read.active(config.baseDays()),
          UserAttributes.read(facts, read, persons::rule),
          TalkedProducts.of(
              read, talk.between(asOf.minus(Duration.ofDays(config.baseDays())), asOf)),
          new ActionWeights(config.interests().weights(), reach),
          persons);
      kept = key;
      last = new SoftReference<>(snapshot);
    }
    return snapshot;
  }
}
