package io.tidewatch.trend;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.DocumentState.Sighting;
import io.tidewatch.trend.DocumentState.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a key when something arrives for it. Content that the key has held before is a
 * duplicate, also after a deletion, so that a file sent twice adds nothing; of other content the
 * newer {@link io.tidewatch.model.record.Envelope#version} wins, the later arrival on a tie.
 * Sightings on a ranked list merge to the same document in any order.
 */
public final class DocumentMerge {
  /** Hashes remembered of one post or review. */
  private static final int MAX_SEEN = 64;

  private DocumentMerge() {}

  /** The new state; null when the document is a duplicate or an older version. */
  public static @Nullable Live accept(@Nullable DocumentState old, AnnotatedDocument arrival) {
    DocumentRecord record = arrival.record();
    long hash = record.envelope().contentHash();
    if (old != null && old.seen().contains(hash)) {
      return null;
    }
    if (record instanceof ListEntry entry) {
      return old instanceof Live live && live.record() instanceof ListEntry known
          ? sighted(live, known, entry, arrival.annotation())
          : firstSighting(old, entry, arrival.annotation());
    }
    Instant version = switch (old) {
      case null -> null;
      case Live live -> live.record().envelope().version();
      case Tombstone tombstone -> tombstone.version();
    };
    if (version != null && record.envelope().version().isBefore(version)) {
      return null;
    }
    return new Live(
        record,
        arrival.annotation(),
        old == null ? 1 : old.revision() + 1,
        record.envelope().receivedAt(),
        List.of(),
        remember(old, hash, MAX_SEEN));
  }

  /** The tombstone of a key; null when it is one already. */
  public static @Nullable Tombstone delete(DocumentKey key, @Nullable DocumentState old) {
    return switch (old) {
      case null -> new Tombstone(key, 1, null, List.of());
      case Tombstone _ -> null;
      case Live live ->
        new Tombstone(key, live.revision() + 1, live.record().envelope().version(), live.seen());
    };
  }

  /** The document with another annotation. */
  public static Live annotate(Live live, Annotation annotation) {
    return new Live(
        live.record(),
        annotation,
        live.revision() + 1,
        live.received(),
        live.sightings(),
        live.seen());
  }

  private static Live firstSighting(
      @Nullable DocumentState old, ListEntry entry, Annotation annotation) {
    return new Live(
        entry,
        annotation,
        old == null ? 1 : old.revision() + 1,
        entry.envelope().receivedAt(),
        List.of(new Sighting(entry.publishedAt(), entry.heat())),
        remember(old, entry.envelope().contentHash(), Integer.MAX_VALUE));
  }

  private static Live sighted(Live live, ListEntry known, ListEntry entry, Annotation annotation) {
    boolean earlier = EARLIER.compare(entry, known) < 0;
    ListEntry first = earlier ? entry : known;
    var sightings = new ArrayList<>(live.sightings());
    sightings.add(new Sighting(entry.publishedAt(), entry.heat()));
    sightings.sort(BY_TIME);
    var received = entry.envelope().receivedAt();
    return new Live(
        new ListEntry(
            first.envelope(),
            first.id(),
            first.title(),
            first.text(),
            first.publishedAt(),
            hottest(sightings),
            first.rank(),
            first.category(),
            known.advertisement() || entry.advertisement()),
        earlier && !entry.text().equals(known.text()) ? annotation : live.annotation(),
        live.revision() + 1,
        received.isAfter(live.received()) ? received : live.received(),
        sightings,
        remember(live, entry.envelope().contentHash(), Integer.MAX_VALUE));
  }

  private static @Nullable Long hottest(List<Sighting> sightings) {
    return sightings.stream()
        .map(Sighting::heat)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<Long> remember(@Nullable DocumentState old, long hash, int limit) {
    var seen = new ArrayList<Long>(old == null ? List.of() : old.seen());
    seen.add(hash);
    return seen.size() > limit ? seen.subList(seen.size() - limit, seen.size()) : seen;
  }

  /** Two sightings of one instant are told apart by content, so that order does not matter. */
  private static final Comparator<ListEntry> EARLIER = Comparator.comparing(ListEntry::publishedAt)
      .thenComparingLong(e -> e.envelope().contentHash());

  private static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::at)
      .thenComparing(Sighting::heat, Comparator.nullsFirst(Comparator.naturalOrder()));
}
