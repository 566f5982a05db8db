package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.ModelFetch;
import io.tidewatch.api.wiring.Settings;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  ModelsFetchCommand(Environment environment) {
    this.environment = environment;
  }

  @Option(
      names = "--pipeline",
      description =
          "Whose models: hanlp-words (25 MB) or corenlp (its own segmenter and named entities too,"
              + " 272 MB). Default: what the settings choose.")
  private @Nullable String pipeline;

  @Override
  public Integer call() {
    var settings = environment.settings(store.config, store.dataDir);
    var fetch = new ModelFetch(
        environment.home(), settings.modelsDir(), pipeline(settings), environment.clock());
    if (fetch.status().ready()) {
      environment.err().println("The models are there: " + settings.modelsDir());
      return 0;
    }
    environment.err().println(fetch.announcement());
    Duration took = fetch.run();
    environment.err().println("Done in " + took.toSeconds() + " s: " + settings.modelsDir());
    return 0;
  }

  private DeepPipeline pipeline(Settings settings) {
    return pipeline == null
        ? settings.deepLane().pipeline()
        : DeepPipeline.of("pipeline", pipeline);
  }
}
