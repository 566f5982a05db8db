package io.tidewatch.api.retention;

import io.tidewatch.model.document.DocumentRetention;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.document.SourceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies the limits of {@link RetentionSettings} by the service's own clock: a source of n days
 * keeps today and the n whole local days before it. Safe from any thread; runs follow one another.
 */
public final class RetentionDesk {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Supplier<DocumentRetention> store;
  private final RetentionSettings settings;
  private final ZoneId zone;
  private final InstantSource clock;
  private volatile Status status = new Status(null, null);

  /** {@code zone} cuts the days. */
  public RetentionDesk(
      Supplier<DocumentRetention> store,
      RetentionSettings settings,
      ZoneId zone,
      InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.zone = zone;
    this.clock = clock;
  }

  /** Documents of a source on a day that its limit of {@code keepDays} does not hold any more. */
  public record Expired(String source, int keepDays, LocalDate day, long documents) {}

  /**
   * A source with its limit and its seal.
   *
   * @param keepDays null when all is kept
   * @param sealedBefore the first open local day; null when none was ever sealed
   */
  public record SourceLimit(
      String source, @Nullable Integer keepDays, @Nullable LocalDate sealedBefore) {}

  /**
   * The last run.
   *
   * @param lastRun when it was tried; null when none was
   * @param lastError why it failed; null when it did not
   */
  public record Status(@Nullable Instant lastRun, @Nullable String lastError) {}

  /** What the next run would drop, by source, the newest day first; changes nothing. */
  public List<Expired> plan() {
    if (settings.keepsAll()) {
      return List.of();
    }
    DocumentRetention documents = store.get();
    var expired = new ArrayList<Expired>();
    for (SourceDay day : documents.before(wanted(documents))) {
      Integer keep = settings.daysOf(day.source());
      if (keep != null) {
        expired.add(new Expired(day.source(), keep, day.day(), day.documents()));
      }
    }
    return expired;
  }

  /** Seals every day beyond the limits and drops its documents; gives what was dropped. */
  public synchronized List<SourceDay> run() {
    Instant now = clock.instant();
    try {
      DocumentRetention documents = store.get();
      List<SourceDay> dropped = documents.seal(wanted(documents));
      status = new Status(now, null);
      return dropped;
    } catch (RuntimeException e) {
      status = new Status(now, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Runs when the last try is an hour old; gives how many documents were dropped. */
  public synchronized long tick() {
    Instant last = status.lastRun();
    boolean due = last == null || !clock.instant().isBefore(last.plus(PAUSE));
    return due && !settings.keepsAll()
        ? run().stream().mapToLong(SourceDay::documents).sum()
        : 0;
  }

  /** Every source with a limit or a seal, in order. */
  public List<SourceLimit> limits() {
    DocumentRetention documents = store.get();
    Map<String, LocalDate> sealed =
        documents.seals().stream().collect(Collectors.toMap(Seal::source, Seal::before));
    var limits = new TreeMap<String, SourceLimit>();
    for (String source : sources(documents)) {
      Integer keep = settings.daysOf(source);
      if (keep != null || sealed.containsKey(source)) {
        limits.put(source, new SourceLimit(source, keep, sealed.get(source)));
      }
    }
    return List.copyOf(limits.values());
  }

  public Status status() {
    return status;
  }

  /** A named source is sealed before it delivers, so that nothing comes in only to be dropped. */
  private List<Seal> wanted(DocumentRetention documents) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    var seals = new ArrayList<Seal>();
    for (String source : sources(documents)) {
      Integer keep = settings.daysOf(source);
      if (keep != null) {
        seals.add(new Seal(source, today.minusDays(keep), zone));
      }
    }
    return seals;
  }

  private Set<String> sources(DocumentRetention documents) {
    var sources = new TreeSet<>(documents.knownSources());
    sources.addAll(settings.limited().keySet());
    return sources;
  }
}
