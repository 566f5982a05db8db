package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.ModelFetch;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gets the deep lane's models. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description =
        "Gets the deep lane's models through Maven and keeps only what is used. Does nothing when"
            + " they are there.")
final class ModelsFetchCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Mixin
  private PipelineOption pipeline = new PipelineOption();

  ModelsFetchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var settings = environment.settings(store.config, store.dataDir);
    var fetch = new ModelFetch(
        environment.home(), settings.modelsDir(), pipeline.in(settings), environment.clock());
    if (fetch.status().ready()) {
      environment.err().println("The models are there: " + settings.modelsDir());
      return 0;
    }
    environment.err().println(fetch.announcement());
    Duration took = fetch.run();
    environment.err().println("Done in " + took.toSeconds() + " s: " + settings.modelsDir());
    return 0;
  }
}
