package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.ModelFetch;
import io.tidewatch.api.wiring.Settings;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which of the deep lane's models are there. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says which of the deep lane's models are there.")
final class ModelsStatusCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  ModelsStatusCommand(Environment environment) {
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
    var status = new ModelFetch(
            environment.home(), settings.modelsDir(), pipeline(settings), environment.clock())
        .status();
    new RowPrinter(environment.out(), environment.json())
        .printOne(
            environment
                .json()
                .mapper()
                .createObjectNode()
                .put("directory", status.directory().toString())
                .put("ready", status.ready())
                .put("bytes", status.bytes())
                .set("missing", environment.json().tree(status.missing())),
            output.format());
    return 0;
  }

  private DeepPipeline pipeline(Settings settings) {
    return pipeline == null
        ? settings.deepLane().pipeline()
        : DeepPipeline.of("pipeline", pipeline);
  }
}
