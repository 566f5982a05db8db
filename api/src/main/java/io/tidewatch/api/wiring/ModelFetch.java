package io.tidewatch.api.wiring;

import io.tidewatch.nlp.corenlp.DeepModels;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Gets the deep lane's models once, telling the size first and showing how far it is. */
public final class ModelFetch {
  private final Path home;
  private final Path modelsDir;
  private final DeepPipeline pipeline;
  private final InstantSource clock;

  /** {@code home} is the installation, whose Maven wrapper is used when it is there. */
  public ModelFetch(Path home, Path modelsDir, DeepPipeline pipeline, InstantSource clock) {
    this.home = home;
    this.modelsDir = modelsDir;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** What is there. */
  public DeepModels.Status status() {
    return DeepModels.status(modelsDir, pipeline);
  }

  /** One sentence on what a fetch will do. */
  public String announcement() {
    return "The deep lane's models are fetched once: %,d MB, of which about %d MB are kept in %s."
        .formatted(DeepModels.DOWNLOAD_BYTES / 1_000_000, pipeline.keptMegabytes(), modelsDir);
  }

  /**
   * Fetches what is missing, with a progress bar on a terminal; returns how long it took, zero when
   * nothing was.
   *
   * @throws UncheckedIOException when it cannot be fetched, saying why
   */
  public Duration run() {
    var models = new DeepModels(maven(), clock);
    try {
      if (!Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
        return models.fetch(modelsDir, pipeline, (done, total) -> {});
      }
      try (ProgressBar bar = new ProgressBarBuilder()
          .setTaskName("models")
          .setInitialMax(DeepModels.DOWNLOAD_BYTES)
          .setUnit(" MB", 1_000_000)
          .setUpdateIntervalMillis(1000)
          .setConsumer(new ConsoleProgressBarConsumer(System.err))
          .build()) {
        return models.fetch(
            modelsDir, pipeline, (done, total) -> bar.maxHint(total).stepTo(done));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("models: cannot be fetched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("models: the fetch was interrupted", e);
    }
  }

  private List<String> maven() {
    Path wrapper = home.resolve("mvnw").toAbsolutePath();
    return List.of(Files.isExecutable(wrapper) ? wrapper.toString() : "mvn");
  }
}
