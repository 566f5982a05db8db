package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves the dashboard and the HTTP API, pulls the configured sources and runs the deep"
            + " lane. Beyond loopback TIDEWATCH_API_KEY is required.")
final class ServeCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Option(names = "--host", description = "Address to listen on. Default: 127.0.0.1.")
  private @Nullable String host;

  @Option(names = "--port", description = "Port, 0 for a free one. Default: 8787.")
  private @Nullable Integer port;

  @Option(names = "--no-deep", description = "Leave the deep lane off.")
  private boolean noDeep;

  ServeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings read = environment.settings(store.config, store.dataDir);
    Settings settings = read.withAddress(
            host == null ? read.host() : host, port == null ? read.port() : port)
        .withDeepLane(read.deepLane().on() && !noDeep);
    DataDirectory directory = DataDirectory.own(settings.dataDir())
        .orElseThrow(() ->
            new IllegalStateException("data-dir: another process owns it: " + settings.dataDir()));
    try (Shutdown shutdown = new Shutdown();
        Service service =
            Service.open(settings, directory, environment.clock(), environment.json());
        Server server = Server.start(service)) {
      environment
          .err()
          .println("Tidewatch serves http://" + settings.host() + ":" + server.port() + "/");
      environment.err().println(service.deepLaneLine());
      shutdown.await();
    }
    return 0;
  }
}
