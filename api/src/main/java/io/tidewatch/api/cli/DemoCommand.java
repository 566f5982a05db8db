package io.tidewatch.api.cli;

import io.tidewatch.api.demo.Demo;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.ModelFetch;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sample market: taken in, reported on, served. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Takes a sample market in, prints a report on it and serves the dashboard. The sample lives"
            + " in a directory of its own.")
final class DemoCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--exit", description = "End after the report.")
  private boolean exit;

  @Option(names = "--no-deep", description = "Leave the deep lane and its models out.")
  private boolean noDeep;

  @Option(names = "--lang", defaultValue = "zh", description = "zh or en. Default: zh.")
  private String lang = "zh";

  @Option(names = "--port", description = "Port of the dashboard. Default: 8787.")
  private @Nullable Integer port;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Default: .tidewatch/demo of the installation.")
  private @Nullable Path dataDir;

  DemoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Locale language = switch (lang) {
      case "zh" -> Locale.CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new IllegalArgumentException("lang: zh or en is required, got " + lang);
    };
    Path folder = dataDir == null ? environment.home().resolve(".tidewatch/demo") : dataDir;
    Settings read = Settings.read(null, environment.home(), environment.variables());
    Settings settings = read.withDataDir(folder)
        .withAddress(read.host(), port == null ? read.port() : port)
        .withDeepLane(!noDeep);
    DataDirectory directory = DataDirectory.own(folder)
        .orElseThrow(() -> new IllegalStateException(
            "data-dir: another process, perhaps a demo that still serves, owns " + folder));
    var models = new ModelFetch(
        environment.home(),
        settings.modelsDir(),
        settings.deepLane().pipeline(),
        environment.clock());
    try (Shutdown shutdown = new Shutdown();
        Service service =
            Service.open(settings, directory, environment.clock(), environment.json())) {
      var demo = new Demo(service, folder, environment.err());
      Thread fetching = noDeep ? null : fetchMissing(models);
      demo.prepare();
      if (exit && fetching != null) {
        fetching.join();
      }
      if (models.status().ready() && !noDeep) {
        demo.decideHardSentence();
      }
      demo.report(language, environment.out());
      environment.err().println(service.deepLaneLine());
      return exit ? 0 : serve(service, shutdown);
    }
  }

  /** Starts to fetch the models beside everything else; null when they are there. */
  private @Nullable Thread fetchMissing(ModelFetch models) {
    if (models.status().ready()) {
      return null;
    }
    environment.err().println(models.announcement() + " Leave it out with --no-deep.");
    return Thread.ofPlatform().name("models").daemon(true).start(() -> {
      try {
        environment.err().println("Models fetched in " + models.run().toSeconds() + " s.");
      } catch (UncheckedIOException | IllegalStateException e) {
        environment.err().println("Going on without the deep lane: " + e.getMessage());
      }
    });
  }

  private int serve(Service service, Shutdown shutdown) throws InterruptedException {
    try (Server server = Server.start(service)) {
      environment
          .err()
          .println("The dashboard is at http://127.0.0.1:" + server.port() + "/ ; Ctrl-C ends it.");
      shutdown.await();
    }
    return 0;
  }
}
