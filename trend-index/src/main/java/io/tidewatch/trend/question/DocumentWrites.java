package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.DocumentMerge;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Found;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.EngineView.Place;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.IndexEngine.Change;
import io.tidewatch.trend.engine.IndexEngine.Version;
import io.tidewatch.trend.engine.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The write side: states changed since the last refresh are kept by key, so that a read sees every
 * write at once; all else is read from the engine. Every method holds the one lock of the write
 * side. A key that someone else changed meanwhile is read and merged again.
 */
final class DocumentWrites {
  /** Changed states kept in memory before the write side refreshes. */
  private static final int MAX_PENDING = 50_000;

  private static final int MAX_ATTEMPTS = 5;

  private static final Comparator<Live> NEWEST_FIRST = Comparator.comparing(
          (Live live) -> live.record().publishedAt())
      .reversed()
      .thenComparing(live -> live.key().toString());

  private final IndexEngine engine;
  private final EntryMapper mapper;
  private final Map<DocumentKey, Found> pending = new HashMap<>();
  private final Coverage coverage = new Coverage();
  private final Set<Coverage.Cell> changedCells = new LinkedHashSet<>();
  private final Set<Long> changedDays = new HashSet<>();
  private final Map<String, Seal> changedSeals = new LinkedHashMap<>();
  private volatile Seals seals;
  private volatile Published published;

  /** What readers take from the write side: as of the last commit. */
  record Published(Coverage.Observed observed, DayVersions days) {}

  DocumentWrites(IndexEngine engine, EntryMapper mapper) {
    this.engine = engine;
    this.mapper = mapper;
    engine.coverage().forEach(coverage::add);
    this.seals = Seals.NONE.with(engine.seals());
    this.published = new Published(coverage.snapshot(seals), DayVersions.NONE);
  }

  /**
   * To be taken before the engine is asked: what the engine then shows is as new as these versions
   * or newer.
   */
  Published published() {
    return published;
  }

  synchronized List<WriteOutcome> accept(List<AnnotatedDocument> documents) {
    var outcomes = new LinkedHashMap<Integer, WriteOutcome>();
    var left = new ArrayList<Integer>();
    for (int i = 0; i < documents.size(); i++) {
      if (sealed(documents.get(i).record())) {
        outcomes.put(i, WriteOutcome.SEALED);
      } else {
        left.add(i);
      }
    }
    List<Integer> open = List.copyOf(left);
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      Set<DocumentKey> refused = accept(documents, left, outcomes);
      left.removeIf(i -> !refused.contains(documents.get(i).record().key()));
      ensure(attempt, left.isEmpty(), refused);
    }
    open.stream()
        .map(i -> documents.get(i).record())
        .forEach(r -> mark(r.key().source(), r.unit(), r.publishedAt()));
    return IntStream.range(0, documents.size())
        .mapToObj(i -> Objects.requireNonNull(outcomes.get(i)))
        .toList();
  }

  /** Writes what is new of the documents at {@code left}; gives the keys that were refused. */
  private Set<DocumentKey> accept(
      List<AnnotatedDocument> documents, List<Integer> left, Map<Integer, WriteOutcome> outcomes) {
    var unknown = new LinkedHashSet<DocumentKey>();
    for (int i : left) {
      DocumentKey key = documents.get(i).record().key();
      if (!pending.containsKey(key)) {
        unknown.add(key);
      }
    }
    Map<DocumentKey, Found> found = new HashMap<>();
    Map<DocumentKey, List<Long>> seen = engine.latest(view -> {
      Map<DocumentKey, List<Long>> contents = view.seen(unknown);
      var needed = new LinkedHashSet<DocumentKey>();
      for (int i : left) {
        DocumentKey key = documents.get(i).record().key();
        List<Long> held = contents.get(key);
        if (held != null && !held.contains(documents.get(i).record().envelope().contentHash())) {
          needed.add(key);
        }
      }
      found.putAll(view.find(needed));
      return contents;
    });
    for (int i : left) {
      DocumentKey key = documents.get(i).record().key();
      Found changedBefore = pending.get(key);
      if (changedBefore != null) {
        found.put(key, changedBefore);
      }
    }
    var changed = new LinkedHashMap<DocumentKey, Live>();
    for (int i : left) {
      AnnotatedDocument document = documents.get(i);
      DocumentKey key = document.record().key();
      boolean known = !changed.containsKey(key)
          && !pending.containsKey(key)
          && seen.getOrDefault(key, List.of())
              .contains(document.record().envelope().contentHash());
      Live now =
          known ? null : DocumentMerge.accept(state(changed.get(key), found.get(key)), document);
      if (now != null) {
        changed.put(key, now);
      }
      outcomes.put(i, now == null ? WriteOutcome.DUPLICATE : WriteOutcome.ACCEPTED);
    }
    return write(changed.values(), found);
  }

  private static @Nullable DocumentState state(@Nullable Live changed, @Nullable Found found) {
    return changed != null ? changed : found == null ? null : found.state();
  }

  private boolean sealed(DocumentRecord record) {
    return seals.cover(record.key().source(), record.publishedAt());
  }

  synchronized WriteOutcome delete(DocumentKey key) {
    if (seals.of(key.source()) != null) {
      Found old = current(key);
      if (old == null || (old.state() instanceof Live live && sealed(live.record()))) {
        return WriteOutcome.SEALED;
      }
    }
    return change(key, old -> DocumentMerge.delete(key, old))
        ? WriteOutcome.ACCEPTED
        : WriteOutcome.DUPLICATE;
  }

  synchronized WriteOutcome delete(String id) {
    var keys = new LinkedHashSet<DocumentKey>();
    pending.keySet().stream().filter(k -> k.id().equals(id)).forEach(keys::add);
    engine.latest(view -> view.withId(id)).stream()
        .map(f -> f.state().key())
        .filter(k -> k.id().equals(id))
        .forEach(keys::add);
    if (keys.isEmpty()) {
      return seals.isEmpty() ? WriteOutcome.DUPLICATE : WriteOutcome.SEALED;
    }
    Set<WriteOutcome> outcomes = EnumSet.noneOf(WriteOutcome.class);
    keys.forEach(key -> outcomes.add(delete(key)));
    return outcomes.contains(WriteOutcome.ACCEPTED)
        ? WriteOutcome.ACCEPTED
        : outcomes.contains(WriteOutcome.SEALED) ? WriteOutcome.SEALED : WriteOutcome.DUPLICATE;
  }

  synchronized WriteOutcome observe(Heartbeat heartbeat) {
    String source = Objects.requireNonNull(heartbeat.envelope().source(), "source");
    if (seals.cover(source, heartbeat.at())) {
      return WriteOutcome.SEALED;
    }
    return mark(source, null, heartbeat.at()) ? WriteOutcome.ACCEPTED : WriteOutcome.DUPLICATE;
  }

  synchronized boolean update(DocumentKey key, long expectedRevision, Annotation annotation) {
    return change(
        key,
        old -> old instanceof Live live && live.revision() == expectedRevision
            ? DocumentMerge.annotate(live, annotation)
            : null);
  }

  synchronized Optional<StoredDocument> get(DocumentKey key) {
    Found found = current(key);
    return found != null && found.state() instanceof Live live
        ? Optional.of(live.stored())
        : Optional.empty();
  }

  /**
   * Documents that match, newest first; what changed since the last refresh is judged as it stands
   * now.
   */
  synchronized List<StoredDocument> newest(
      Expression expression, Predicate<Live> matches, int limit) {
    var found = new ArrayList<Live>();
    for (Found changed : pending.values()) {
      if (changed.state() instanceof Live live && matches.test(live)) {
        found.add(live);
      }
    }
    engine.latest(view -> {
      int unchanged = 0;
      Place after = null;
      List<Hit> hits;
      do {
        hits = view.newest(Selection.of(expression), after, limit);
        for (Hit hit : hits) {
          after = hit.place();
          if (!pending.containsKey(hit.document().key())) {
            found.add(hit.document());
            unchanged++;
          }
        }
      } while (unchanged < limit && hits.size() == limit);
      return true;
    });
    return found.stream().sorted(NEWEST_FIRST).limit(limit).map(Live::stored).toList();
  }

  /** Asks the engine after everything written has become visible to it. */
  synchronized <T> T refreshed(Function<EngineView, T> question) {
    if (!pending.isEmpty()) {
      refresh();
    }
    return engine.latest(question);
  }

  /** The sources that delivered something or were sealed, in order. */
  synchronized Set<String> sources() {
    Set<String> sources = coverage.sources();
    seals.all().forEach(seal -> sources.add(seal.source()));
    return sources;
  }

  Seals seals() {
    return seals;
  }

  /** Refuses what lies before these seals from now on; they are durable when it returns. */
  synchronized void seal(List<Seal> wanted) {
    Seals now = seals.with(wanted);
    now.all().stream()
        .filter(seal -> !seal.equals(seals.of(seal.source())))
        .forEach(seal -> changedSeals.put(seal.source(), seal));
    seals = now;
    if (!changedSeals.isEmpty()) {
      commit();
    }
  }

  /** Drops the documents of a source on a sealed day; they are gone for good when it returns. */
  synchronized void drop(Selection ofSource, LocalDay day) {
    engine.drop(ofSource.between(day.start(), day.end()));
    changedDays.add(DayVersions.dayOf(day.start()));
    changedDays.add(DayVersions.dayOf(day.end() - 1));
    commit();
  }

  synchronized void commit() {
    var cells = new LinkedHashMap<Coverage.Cell, Integer>();
    changedCells.forEach(cell -> cells.put(cell, coverage.hours(cell)));
    engine.commit(cells, List.copyOf(changedSeals.values()));
    boolean same = changedCells.isEmpty() && changedSeals.isEmpty();
    published = new Published(
        same ? published.observed() : coverage.snapshot(seals),
        published.days().after(changedDays));
    changedCells.clear();
    changedSeals.clear();
    changedDays.clear();
    pending.clear();
  }

  /** Replaces a state by what becomes of it; false when nothing does. */
  private boolean change(
      DocumentKey key, Function<@Nullable DocumentState, @Nullable DocumentState> what) {
    for (int attempt = 0; ; attempt++) {
      Found old = current(key);
      DocumentState now = what.apply(old == null ? null : old.state());
      if (now == null) {
        return false;
      }
      boolean written =
          write(List.of(now), old == null ? Map.of() : Map.of(key, old)).isEmpty();
      ensure(attempt, written, Set.of(key));
      if (written) {
        return true;
      }
    }
  }

  private static void ensure(int attempt, boolean done, Set<DocumentKey> refused) {
    if (!done && attempt + 1 == MAX_ATTEMPTS) {
      throw new StoreUnavailableException(
          "someone else keeps changing " + refused.iterator().next());
    }
  }

  private @Nullable Found current(DocumentKey key) {
    Found changed = pending.get(key);
    return changed != null
        ? changed
        : engine.latest(view -> view.find(List.of(key))).get(key);
  }

  /** Gives the keys whose states were not written because the index holds another version. */
  private Set<DocumentKey> write(
      Collection<? extends DocumentState> states, Map<DocumentKey, Found> replaced) {
    for (DocumentState state : states) {
      Found old = replaced.get(state.key());
      touch(state);
      if (old != null) {
        touch(old.state());
      }
      pending.remove(state.key());
    }
    List<Change> changes = List.<DocumentState>copyOf(states).parallelStream()
        .map(state -> change(state, replaced.get(state.key())))
        .toList();
    List<@Nullable Version> versions = changes.isEmpty() ? List.of() : engine.write(changes);
    var refused = new HashSet<DocumentKey>();
    for (int i = 0; i < changes.size(); i++) {
      DocumentState state = changes.get(i).entry().state();
      Version version = versions.get(i);
      if (version == null) {
        refused.add(state.key());
      } else {
        pending.put(state.key(), new Found(state, version));
      }
    }
    if (pending.size() >= MAX_PENDING) {
      refresh();
    }
    return refused;
  }

  private Change change(DocumentState state, @Nullable Found old) {
    return new Change(mapper.entry(state), old == null ? Version.ABSENT : old.version());
  }

  private void touch(DocumentState state) {
    if (state instanceof Live live) {
      changedDays.add(DayVersions.dayOf(Micros.of(live.record().publishedAt())));
    }
  }

  private void refresh() {
    engine.refresh();
    pending.clear();
  }

  private boolean mark(String source, @Nullable CountingUnit unit, Instant at) {
    Coverage.Cell cell = coverage.mark(source, unit, Math.floorDiv(Micros.of(at), Timeline.HOUR));
    if (cell != null) {
      changedCells.add(cell);
    }
    return cell != null;
  }
}
