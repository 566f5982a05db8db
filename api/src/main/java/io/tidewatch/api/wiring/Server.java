package io.tidewatch.api.wiring;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidewatch.api.alert.RuleDesk;
import io.tidewatch.api.http.Doors;
import io.tidewatch.api.http.HttpServer;
import io.tidewatch.api.retention.RetentionDesk;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.trend.SourceStatus;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * A service that listens: HTTP, scheduled sources, rules and the deep lane, announced to other commands in
 * the data directory. Closing it stops all of them and leaves the service open.
 */
public final class Server implements AutoCloseable {
  private static final Duration RULE_PAUSE = Duration.ofSeconds(5);
  private static final Duration RISING_PAUSE = Duration.ofSeconds(20);
  private static final Duration KEYWORD_PAUSE = Duration.ofSeconds(30);

  private final HttpServer http;
  private final Service service;
  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Ticker rules;
  private final Ticker rising;
  private final Ticker keywords;
  private final int port;

  private Server(Service service, Duration risingPause, Runnable readAhead) {
    this.service = service;
    service.settings().rules().check();
    this.registry = metrics();
    String token = token();
    this.http = new HttpServer(
        service.questions(),
        new Doors(service.doorway()::push, service.ownerCommands(), this::health, registry::scrape),
        new HttpServer.Access(service.settings().apiKey(), token),
        version(),
        service.json());
    this.port = http.start(service.settings().host(), service.settings().port());
    service
        .directory()
        .announce(new DataDirectory.Owner(ProcessHandle.current().pid(), port, token));
    service.doorway().start();
    this.rules = new Ticker("rules", () -> service.rules().run().error());
    rules.start(RULE_PAUSE);
    this.rising = new Ticker("rising", () -> {
      readAhead.run();
      return null;
    });
    rising.start(risingPause);
    service.keywords().refreshing(true);
    this.keywords = new Ticker("keywords", () -> {
      service.refreshKeywords();
      return null;
    });
    keywords.start(KEYWORD_PAUSE);
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalArgumentException when the address needs an API key and none is set
   */
  public static Server start(Service service) {
    return start(service, RISING_PAUSE, service.risingReadAhead());
  }

  /** As above; {@code readAhead} runs again and again with such pauses, the first time after one. */
  static Server start(Service service, Duration risingPause, Runnable readAhead) {
    return new Server(service, risingPause, readAhead);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    rules.close();
    rising.close();
    keywords.close();
    service.keywords().refreshing(false);
    http.close();
    collections.close();
    registry.close();
  }

  private Doors.Health health() {
    List<Doors.SourceHealth> sources =
        service.trends().sources().stream().map(this::health).toList();
    boolean late = sources.stream().anyMatch(Doors.SourceHealth::late);
    Doors.AlertHealth alerts = alerts();
    var dictionary = service.reannotation().progress();
    RetentionDesk.Status kept = service.retention().status();
    boolean troubled = late || alerts.lastError() != null || kept.lastError() != null;
    return new Doors.Health(
        troubled ? "DEGRADED" : "UP",
        true,
        sources,
        service.doorway().statistics().sources(),
        new Doors.DictionaryHealth(dictionary.dictionaryVersion(), dictionary.pending()),
        alerts,
        new Doors.RetentionHealth(service.retention().limits(), kept.lastRun(), kept.lastError()));
  }

  private Doors.AlertHealth alerts() {
    try {
      RuleDesk.Status status = service.rules().status();
      return new Doors.AlertHealth(
          status.rules(),
          status.lastEvaluation(),
          status.undelivered(),
          status.oldestUndelivered(),
          status.lastError());
    } catch (StoreUnavailableException e) {
      return new Doors.AlertHealth(null, null, null, null, e.getMessage());
    }
  }

  private Doors.SourceHealth health(SourceStatus source) {
    return new Doors.SourceHealth(
        source.source(),
        source.documents(),
        source.newest(),
        source.lastReceived(),
        service.doorway().late(source.source()));
  }

  private PrometheusMeterRegistry metrics() {
    var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(prometheus);
    collections.bindTo(prometheus);
    new ProcessorMetrics().bindTo(prometheus);
    new UptimeMetrics().bindTo(prometheus);
    prometheus.gauge("tidewatch.documents", service, s -> s.trends().count());
    service.doorway().bind(prometheus);
    return prometheus;
  }

  private static String version() {
    String version = Server.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  private static String token() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
