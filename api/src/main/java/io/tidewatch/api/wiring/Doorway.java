package io.tidewatch.api.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.file.DeadLetterReplay;
import io.tidewatch.connectors.file.FileIngest;
import io.tidewatch.connectors.file.IngestSummary;
import io.tidewatch.connectors.file.ItemReaders;
import io.tidewatch.connectors.file.RecordsDoor;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.IntakeSettings;
import io.tidewatch.connectors.intake.IntakeStatistics;
import io.tidewatch.connectors.intake.IntakeStatus;
import io.tidewatch.connectors.map.FormatMaps;
import io.tidewatch.connectors.pull.SourceConfig;
import io.tidewatch.connectors.pull.SourceConfigs;
import io.tidewatch.connectors.route.Connectors;
import io.tidewatch.connectors.route.DeepLaneSchedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Every way in over one service: files, pushed records, replayed letters, scheduled sources. */
public final class Doorway implements AutoCloseable {
  private static final Duration DEEP_PAUSE = Duration.ofSeconds(2);
  private static final int DEEP_BUDGET = 64;
  private static final int OLDER_BUDGET = 1000;
  private static final int LATE_AFTER_RUNS = 3;

  private final Service service;
  private final List<SourceConfig> sources;
  private final IntakeStatistics statistics;
  private final Intake intake;
  private final RecordsDoor records;
  private final DeadLetterReplay replay;
  private final FileIngest files;
  private final ItemReaders readers;
  private final Connectors atOnce;
  private final Instant opened;
  private @Nullable Connectors scheduled;

  Doorway(Service service) {
    this.service = service;
    this.opened = service.clock().instant();
    this.sources = sources(service.settings());
    this.statistics = new IntakeStatistics(service.clock());
    DeadLetters deadLetters = service.deadLetters();
    this.intake = new Intake(
        service.language()::annotator,
        service.documents(),
        service.behavior(),
        service.versionedCatalogue(),
        deadLetters,
        statistics,
        IntakeSettings.defaults(),
        service.erasures()::isKeptOut);
    var decoder = new RecordDecoder(service.keyedHash(), service.clock());
    this.readers = new ItemReaders(
        decoder,
        new FormatMaps(decoder),
        intake.settings().recordLimit(),
        QueryReading.titles(service::catalogue));
    this.records = new RecordsDoor(intake, readers);
    this.replay = new DeadLetterReplay(intake, readers, deadLetters, service.clock());
    this.files = new FileIngest(intake, readers, service.clock());
    this.atOnce = new Connectors(List.of(), intake, files, readers, null, service.clock());
    atOnce.start();
  }

  /** Takes files in through the file route and makes them durable. */
  public IngestSummary ingest(List<Path> paths, @Nullable String formatOrMap) {
    IngestSummary summary = atOnce.ingest(paths, formatOrMap, null);
    service.compact();
    return summary;
  }

  /** Takes refused records in again. */
  public IngestSummary replay(List<Path> deadLetters) {
    return replay.replay(deadLetters);
  }

  /** What each source has delivered since the service was opened. */
  public IntakeStatistics statistics() {
    return statistics;
  }

  Object push(InputStream body, @Nullable String contentType) {
    return records.accept(body, contentType);
  }

  /** Starts the scheduled sources, the annotating of older documents and the deep lane. */
  synchronized void start() {
    var deepLane =
        new DeepLaneSchedule(DEEP_PAUSE, DEEP_BUDGET, budget -> service.tend(OLDER_BUDGET, budget));
    scheduled = new Connectors(sources, intake, files, readers, deepLane, service.clock());
    scheduled.start();
  }

  /** Whether a scheduled source has missed three of its runs or its last one failed. */
  boolean late(String source) {
    return sources.stream()
        .filter(config -> config.kind() != SourceConfig.Kind.FOLDER)
        .filter(config -> config.name().equals(source))
        .anyMatch(config -> late(config, status(source)));
  }

  private boolean late(SourceConfig config, @Nullable IntakeStatus status) {
    if (status != null && status.lastError() != null) {
      return true;
    }
    Duration every = config.every();
    if (every == null) {
      return false;
    }
    Instant last = status == null || status.lastSuccess() == null ? opened : status.lastSuccess();
    return last.plus(every.multipliedBy(LATE_AFTER_RUNS))
        .isBefore(service.clock().instant());
  }

  private @Nullable IntakeStatus status(String source) {
    return statistics.sources().stream()
        .filter(status -> status.source().equals(source))
        .findFirst()
        .orElse(null);
  }

  /** Adds the counts of the intake to {@code registry}. */
  void bind(MeterRegistry registry) {
    counter(registry, "accepted", IntakeCounts::accepted);
    counter(registry, "duplicate", IntakeCounts::duplicate);
    counter(registry, "malformed", IntakeCounts::malformed);
    counter(registry, "failed", IntakeCounts::failed);
  }

  private void counter(MeterRegistry registry, String outcome, ToLongFunction<IntakeCounts> of) {
    FunctionCounter.builder(
            "tidewatch.records",
            statistics,
            s -> s.sources().stream().map(IntakeStatus::counts).mapToLong(of).sum())
        .tag("outcome", outcome)
        .description("Records that came in, by what became of them")
        .register(registry);
  }

  @Override
  public synchronized void close() {
    if (scheduled != null) {
      scheduled.close();
    }
    atOnce.close();
    intake.close();
  }

  private static List<SourceConfig> sources(Settings settings) {
    Path file = settings.file();
    if (file == null) {
      return List.of();
    }
    try {
      return SourceConfigs.read(Files.readString(file), file.toString(), System::getenv);
    } catch (IOException e) {
      throw new UncheckedIOException("config: cannot be read: " + file, e);
    }
  }
}
