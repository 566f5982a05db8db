package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.Settings;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the deep lane's pipelines is meant. */
final class PipelineOption {
  @Option(
      names = "--pipeline",
      description =
          "Whose models: hanlp-words (25 MB) or corenlp (its own segmenter and named entities too,"
              + " 272 MB). Default: what the settings choose.")
  private @Nullable String pipeline;

  DeepPipeline in(Settings settings) {
    return pipeline == null
        ? settings.deepLane().pipeline()
        : DeepPipeline.of("pipeline", pipeline);
  }
}
