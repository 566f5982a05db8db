package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.ModelFetch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  private PipelineOption pipeline = new PipelineOption();

  @Mixin
  private OutputOptions output = new OutputOptions();

  ModelsStatusCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var settings = environment.settings(store.config, store.dataDir);
    var status = new ModelFetch(
            environment.home(), settings.modelsDir(), pipeline.in(settings), environment.clock())
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
}
