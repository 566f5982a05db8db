package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordTableStatus;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the table of a window. The newest one is kept, written down, and made again when store or
 * catalogue changed: at once, or, while somebody refreshes it ({@link #refreshing}) and making it
 * takes longer than the patience, by the next refresh; until then the one before answers. Tables of
 * other windows are made when they are asked for; the last few are kept. Safe from any thread.
 */
final class KeywordTables {
  private static final int KEPT_WINDOWS = 4;
  private static final Duration MODEL_AGE = Duration.ofDays(7);

  private final BehaviorStore store;
  private final KeywordFacts facts;
  private final KeywordConfig config;
  private final KeywordFamilies families;
  private final KeywordTableFile file;
  private final Duration patience;
  private final InstantSource clock;
  private final ReentrantLock making = new ReentrantLock();
  private final Map<State, KeywordTable> windows = new LinkedHashMap<>(8, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<State, KeywordTable> eldest) {
      return size() > KEPT_WINDOWS;
    }
  };
  private volatile @Nullable Kept kept;
  private volatile @Nullable Newest newest;
  private volatile boolean refreshed;
  private volatile String problem = "";
  private boolean looked;

  /** {@code patience}: a table that is made within it is never answered stale. */
  KeywordTables(
      BehaviorStore store,
      KeywordFacts facts,
      KeywordConfig config,
      KeywordFamilies families,
      KeywordTableFile file,
      Duration patience,
      InstantSource clock) {
    this.store = store;
    this.facts = facts;
    this.config = config;
    this.families = families;
    this.file = file;
    this.patience = patience;
    this.clock = clock;
  }

  /** Says whether somebody calls {@link #refresh} again and again. */
  void refreshing(boolean on) {
    refreshed = on;
  }

  /** The table of a window; empty when nothing is stored. */
  Optional<KeywordTable> of(Span span, String catalogueVersion) {
    int days = span.days() == null ? config.windowDays() : span.days();
    return span.asOf() == null && days == config.windowDays()
        ? current(catalogueVersion)
        : other(span.asOf(), days, catalogueVersion);
  }

  /** Makes the newest table again if it is not up to date; true when it did. */
  boolean refresh(String catalogueVersion) {
    making.lock();
    try {
      lookOnce(catalogueVersion);
      if (fresh(catalogueVersion) != null) {
        return false;
      }
      return make(catalogueVersion).isPresent();
    } finally {
      making.unlock();
    }
  }

  /** What is kept; does not wait for a table that is being made. */
  KeywordTableStatus status(String catalogueVersion) {
    if (making.tryLock()) {
      try {
        lookOnce(catalogueVersion);
      } finally {
        making.unlock();
      }
    }
    Kept last = kept;
    return last == null
        ? new KeywordTableStatus(null, null, null, 0, null, false, true, problem)
        : new KeywordTableStatus(
            last.table().window().to(),
            last.version().toString(),
            last.madeAt(),
            last.table().cells().size(),
            last.took().toMillis() / 1000.0,
            last.fromFile(),
            fresh(catalogueVersion) == null,
            problem);
  }

  private Optional<KeywordTable> current(String catalogueVersion) {
    Kept last = fresh(catalogueVersion);
    if (last != null) {
      return Optional.of(last.table());
    }
    last = kept;
    if (last != null && refreshed && last.took().compareTo(patience) > 0) {
      return Optional.of(last.table());
    }
    making.lock();
    try {
      last = look(catalogueVersion);
      return last != null ? Optional.of(last.table()) : make(catalogueVersion);
    } finally {
      making.unlock();
    }
  }

  /** What answers now: what is fresh, or was written down before and is being refreshed. */
  private @Nullable Kept look(String catalogueVersion) {
    lookOnce(catalogueVersion);
    Kept last = fresh(catalogueVersion);
    if (last != null) {
      return last;
    }
    last = kept;
    return last != null && refreshed && last.took().compareTo(patience) > 0 ? last : null;
  }

  private @Nullable Kept fresh(String catalogueVersion) {
    Kept last = kept;
    return last != null
            && last.revision() == store.revision()
            && last.version().catalogue().equals(catalogueVersion)
        ? last
        : null;
  }

  private void lookOnce(String catalogueVersion) {
    if (looked) {
      return;
    }
    looked = true;
    long revision = store.revision();
    String data = facts.dataVersion();
    try {
      file.read(config, families.version()).ifPresent(stored -> {
        boolean same = stored.version().data().equals(data)
            && stored.version().catalogue().equals(catalogueVersion);
        kept = new Kept(
            same ? revision : revision - 1,
            stored.version(),
            stored.table(),
            stored.madeAt(),
            stored.took(),
            true);
      });
    } catch (KeywordTableFile.ForeignTableException e) {
      problem = String.valueOf(e.getMessage());
    }
  }

  private Optional<KeywordTable> make(String catalogueVersion) {
    long revision = store.revision();
    Optional<Instant> end = end(revision);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var version = new KeywordTableFile.Version(facts.dataVersion(), catalogueVersion);
    Instant started = clock.instant();
    KeywordTable table = read(end.get());
    Duration took = Duration.between(started, clock.instant());
    kept = new Kept(revision, version, table, started, took, false);
    problem = file.write(
        new KeywordTableFile.Stored(version, table, started, took), config, families.version());
    return Optional.of(table);
  }

  /** While tables are refreshed again and again, what was learnt in the last seven days will do. */
  private KeywordTable read(Instant end) {
    var reader = new KeywordTableReader(store, facts, config, families);
    Kept last = kept;
    if (refreshed && last != null) {
      Instant fitted = last.table().fittedAt();
      Duration age = Duration.between(fitted, end);
      if (!age.isNegative() && age.compareTo(MODEL_AGE) <= 0) {
        return reader.read(end, last.table());
      }
    }
    return reader.read(end);
  }

  private Optional<KeywordTable> other(@Nullable Instant asOf, int days, String catalogueVersion) {
    making.lock();
    try {
      long revision = store.revision();
      Optional<Instant> end = asOf == null ? end(revision) : Optional.of(asOf);
      if (end.isEmpty()) {
        return Optional.empty();
      }
      var state = new State(end.get(), days, catalogueVersion, revision);
      KeywordTable known = windows.get(state);
      if (known == null) {
        known =
            new KeywordTableReader(store, facts, config.withWindow(days), families).read(end.get());
        windows.put(state, known);
      }
      return Optional.of(known);
    } finally {
      making.unlock();
    }
  }

  private Optional<Instant> end(long revision) {
    Newest last = newest;
    if (last == null || last.revision() != revision) {
      last = new Newest(revision, store.newestEventTime().map(t -> t.plusMillis(1)));
      newest = last;
    }
    return last.end();
  }

  private record Newest(long revision, Optional<Instant> end) {}

  private record State(Instant end, int days, String catalogue, long revision) {}

  private record Kept(
      long revision,
      KeywordTableFile.Version version,
      KeywordTable table,
      Instant madeAt,
      Duration took,
      boolean fromFile) {}
}
