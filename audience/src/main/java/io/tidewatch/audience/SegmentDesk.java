package io.tidewatch.audience;

import io.tidewatch.audience.answer.SegmentRow;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.segment.SegmentLanguage;
import io.tidewatch.audience.segment.SegmentNames;
import io.tidewatch.audience.segment.SegmentParts;
import io.tidewatch.audience.segment.SegmentQuery;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.group.SavedSegment;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Saves questions for users under names and tells how many users they have. Sizes are rounded down
 * to tens, and those under twenty are not told. Safe from any thread; changes follow one another.
 */
public final class SegmentDesk {
  private static final int STEP = 10;

  private final AudienceConfig config;
  private final CatalogueStore catalogues;
  private final Snapshots snapshots;
  private final Segments segments;
  private final InstantSource clock;

  SegmentDesk(
      AudienceConfig config,
      CatalogueStore catalogues,
      Snapshots snapshots,
      Segments segments,
      InstantSource clock) {
    this.config = config;
    this.catalogues = catalogues;
    this.snapshots = snapshots;
    this.segments = segments;
    this.clock = clock;
  }

  /** Every segment with its size, by name; all are read together. */
  public List<SegmentRow> list(@Nullable Instant asOf) {
    return rows(segments.saved().list(), asOf);
  }

  /** One segment with its size; empty when there is none of that name. */
  public Optional<SegmentRow> show(String name, @Nullable Instant asOf) {
    return segments
        .saved()
        .get(name)
        .map(segment -> rows(List.of(segment), asOf).getFirst());
  }

  /**
   * Saves a question; one of the same name is replaced.
   *
   * @param query in the language of segments
   * @throws IllegalArgumentException when it cannot be read, names a segment that there is not, or
   *     would name itself by way of others
   */
  public synchronized SavedSegment save(String name, String query) {
    SegmentQuery read = SegmentLanguage.read(query, SegmentNames.of(catalogues.current()));
    var segment =
        new SavedSegment(name, read.text(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    Map<String, SegmentQuery> all = new HashMap<>(segments.queries());
    all.put(name, read);
    refuseCycle(name, all, new LinkedHashSet<>());
    segments.saved().save(segment);
    return segment;
  }

  /**
   * Removes a segment; false when there is none of that name.
   *
   * @throws IllegalArgumentException when another segment names it
   */
  public synchronized boolean delete(String name) {
    List<String> users = segments.queries().entrySet().stream()
        .filter(e -> SegmentParts.of(List.of(e.getValue())).references().contains(name))
        .map(Map.Entry::getKey)
        .filter(other -> !other.equals(name))
        .toList();
    if (!users.isEmpty()) {
      throw new IllegalArgumentException("name: a segment that no other names is required, got "
          + name + ", which is named by " + String.join(", ", users));
    }
    return segments.saved().delete(name);
  }

  private static void refuseCycle(String name, Map<String, SegmentQuery> all, Set<String> open) {
    SegmentQuery query = all.get(name);
    if (query == null) {
      throw new IllegalArgumentException("query: a saved segment is required, got " + name);
    }
    if (!open.add(name)) {
      throw new IllegalArgumentException("query: a segment that does not name itself is required,"
          + " got " + String.join(" > ", open) + " > " + name);
    }
    SegmentParts.of(List.of(query)).references().forEach(other -> refuseCycle(other, all, open));
    open.remove(name);
  }

  private List<SegmentRow> rows(List<SavedSegment> saved, @Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    Optional<Instant> end = snapshots.time(asOf);
    if (end.isEmpty() || saved.isEmpty()) {
      return saved.stream().map(s -> row(s, null, null, null)).toList();
    }
    Snapshot snapshot = snapshots.at(end.get(), catalogue.version(), 0);
    Map<String, SavedSegment> byName = new HashMap<>();
    saved.forEach(segment -> byName.put(segment.name(), segment));
    var rows = new ArrayList<SegmentRow>();
    segments.read(
        saved.stream().map(SavedSegment::name).toList(), snapshot, catalogue, (name, users) -> {
          SavedSegment segment = byName.get(name);
          if (segment != null) {
            rows.add(row(segment, users, snapshot.base(), end.get()));
          }
        });
    return rows;
  }

  private SegmentRow row(
      SavedSegment segment,
      @Nullable UserSet users,
      @Nullable UserSet base,
      @Nullable Instant asOf) {
    return new SegmentRow(
        segment.name(),
        segment.query(),
        users == null ? null : told(users.size()),
        users == null || base == null ? null : told(users.overlap(base)),
        base == null ? 0 : base.size() / STEP * STEP,
        asOf,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        segment.savedAt());
  }

  private @Nullable Integer told(int users) {
    return users < config.minUsers() ? null : Integer.valueOf(users / STEP * STEP);
  }
}
