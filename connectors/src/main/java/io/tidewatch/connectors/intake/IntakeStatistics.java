package io.tidewatch.connectors.intake;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.PersonRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts per source since the service started. Safe from any thread. */
public final class IntakeStatistics {
  private final InstantSource clock;
  private final Map<String, Entry> sources = new TreeMap<>();

  public IntakeStatistics(InstantSource clock) {
    this.clock = clock;
  }

  /** Sources by name. */
  public synchronized List<IntakeStatus> sources() {
    return sources.entrySet().stream().map(e -> e.getValue().status(e.getKey())).toList();
  }

  /** A run of the source ended well, even if it brought nothing. */
  public synchronized void succeeded(String source) {
    Entry entry = entry(source);
    entry.lastSuccess = entry.lastRun;
    entry.lastError = null;
  }

  /** A run of the source failed. */
  public synchronized void failed(String source, String error) {
    entry(source).lastError = error;
  }

  synchronized void count(Batch batch, List<ItemOutcome> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      Item item = batch.items().get(i);
      ItemOutcome outcome = outcomes.get(i);
      Entry entry = entry(source(batch, item));
      entry.tally.add(outcome.kind());
      Reason reason = outcome.reason();
      if (reason != null) {
        entry.reasons.merge(reason.label(), 1L, Long::sum);
      } else if (item instanceof Item.Decoded decoded) {
        entry.saw(eventTime(decoded.record()));
      }
    }
  }

  static String source(Batch batch, Item item) {
    return switch (item) {
      case Item.Decoded decoded -> {
        String own = decoded.record().envelope().source();
        yield own == null ? batch.source() : own;
      }
      case Item.Refused refused -> batch.source();
    };
  }

  private static @Nullable Instant eventTime(DataRecord record) {
    return switch (record) {
      case DocumentRecord d -> d.publishedAt();
      case BehaviorRecord b -> b.at();
      case PersonRecord p -> p.at();
      case Heartbeat h -> h.at();
      case CatalogueRecord c -> null;
      case Deletion d -> null;
    };
  }

  private Entry entry(String source) {
    Entry entry = sources.computeIfAbsent(source, s -> new Entry());
    entry.lastRun = clock.instant();
    return entry;
  }

  private static final class Entry {
    private Instant lastRun = Instant.EPOCH;
    private @Nullable Instant lastSuccess;
    private @Nullable String lastError;
    private @Nullable Instant newest;
    private final Tally tally = new Tally();
    private final Map<String, Long> reasons = new TreeMap<>();

    void saw(@Nullable Instant at) {
      Instant before = newest;
      if (at != null && (before == null || at.isAfter(before))) {
        newest = at;
      }
    }

    IntakeStatus status(String source) {
      return new IntakeStatus(
          source,
          lastRun,
          lastSuccess,
          lastError,
          newest,
          tally.counts(),
          Collections.unmodifiableMap(new TreeMap<>(reasons)));
    }
  }
}
