package io.tidewatch.connectors.route;

import io.tidewatch.connectors.file.FileIngest;
import io.tidewatch.connectors.file.IngestSummary;
import io.tidewatch.connectors.file.ItemReaders;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.pull.Pages;
import io.tidewatch.connectors.pull.Puller;
import io.tidewatch.connectors.pull.SourceConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * All routes of one service in one Camel context. {@link #start} makes the folders watched and the
 * sources asked; {@link #ingest} works between start and close. Safe from any thread.
 */
public final class Connectors implements AutoCloseable {
  private static final int PULL_RETRIES = 3;
  private static final long STOP_SECONDS = 10;

  private final CamelContext camel;
  private final Pages pages;

  /**
   * @param sources folders and pulls; may be empty
   * @param deepLane when the deep lane runs; null when it does not
   * @throws IllegalArgumentException when a source names an unknown format
   */
  public Connectors(
      List<SourceConfig> sources,
      Intake intake,
      FileIngest files,
      ItemReaders readers,
      @Nullable DeepLaneSchedule deepLane,
      InstantSource clock) {
    this.pages = new Pages(PULL_RETRIES, Duration.ofSeconds(1));
    this.camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    Map<SourceConfig, Puller> pulls = new LinkedHashMap<>();
    for (SourceConfig source : sources) {
      if (source.kind() != SourceConfig.Kind.FOLDER) {
        pulls.put(source, new Puller(source, pages, intake, readers, clock));
      }
    }
    List<SourceConfig> folders =
        sources.stream().filter(s -> s.kind() == SourceConfig.Kind.FOLDER).toList();
    add(new FileRoutes(folders, files, intake.statistics()));
    add(new PullRoutes(pulls));
    if (deepLane != null) {
      add(new DeepLaneRoute(deepLane));
    }
  }

  private void add(RoutesBuilder routes) {
    try {
      camel.addRoutes(routes);
    } catch (Exception e) {
      throw new IllegalStateException("the routes do not fit together: " + e.getMessage(), e);
    }
  }

  /** Starts all routes; returns when they run. */
  public void start() {
    camel.start();
  }

  /** Takes files in once, through the same route as any other; see {@link FileIngest#ingest}. */
  public IngestSummary ingest(List<Path> paths, @Nullable String format, @Nullable String source) {
    try (var template = camel.createProducerTemplate()) {
      return template.requestBody(
          FileRoutes.INGEST, new IngestRequest(paths, format, source), IngestSummary.class);
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Lets what runs come to its end, ten seconds at most, and stops. */
  @Override
  public void close() {
    camel.stop();
    pages.close();
  }
}
