package io.tidewatch.connectors.route;

import io.tidewatch.connectors.file.FileIngest;
import io.tidewatch.connectors.file.IngestSummary;
import io.tidewatch.connectors.intake.IntakeStatistics;
import io.tidewatch.connectors.pull.SourceConfig;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Files: those named by a command, and those that appear in a watched folder. A taken file moves to
 * {@code .done} below its folder, one that could not be read as a whole to {@code .failed}.
 */
final class FileRoutes extends RouteBuilder {
  static final String INGEST = "direct:ingest";

  private final List<SourceConfig> folders;
  private final FileIngest files;
  private final IntakeStatistics statistics;

  FileRoutes(List<SourceConfig> folders, FileIngest files, IntakeStatistics statistics) {
    this.folders = folders;
    this.files = files;
    this.statistics = statistics;
  }

  static String id(SourceConfig folder) {
    return "folder-" + folder.name();
  }

  @Override
  public void configure() {
    from(INGEST).routeId("ingest").errorHandler(noErrorHandler()).process(this::ingest);
    for (SourceConfig folder : folders) {
      from(endpoint(folder))
          .routeId(id(folder))
          .onException(StoreUnavailableException.class, UncheckedIOException.class)
          .maximumRedeliveries(5)
          .redeliveryDelay(1_000)
          .useExponentialBackOff()
          .backOffMultiplier(2)
          .maximumRedeliveryDelay(60_000)
          .retryAttemptedLogLevel(LoggingLevel.WARN)
          .end()
          .process(exchange -> watch(folder, exchange));
    }
  }

  private static String endpoint(SourceConfig folder) {
    long pause = Objects.requireNonNull(folder.every()).toMillis();
    return "file:"
        + folder.path()
        + "?recursive=true&readLock=changed&readLockMinAge=1000&move=.done&moveFailed=.failed"
        + "&sortBy=file:name&delay="
        + pause;
  }

  private void ingest(Exchange exchange) {
    IngestRequest request =
        Objects.requireNonNull(exchange.getMessage().getBody(IngestRequest.class));
    exchange
        .getMessage()
        .setBody(files.ingest(request.paths(), request.format(), request.source()));
  }

  private void watch(SourceConfig folder, Exchange exchange) {
    File file = Objects.requireNonNull(exchange.getMessage().getBody(File.class));
    try {
      IngestSummary summary = files.ingest(List.of(file.toPath()), folder.format(), folder.name());
      if (!summary.notes().isEmpty()) {
        throw new IllegalStateException(String.join("; ", summary.notes()));
      }
      statistics.succeeded(folder.name());
      exchange.getMessage().setBody(summary);
    } catch (RuntimeException e) {
      statistics.failed(folder.name(), String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
