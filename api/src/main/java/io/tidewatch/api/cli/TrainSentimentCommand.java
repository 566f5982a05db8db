package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.nlp.train.SentimentTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the sentiment model again. */
@Command(
    name = "sentiment",
    mixinStandardHelpOptions = true,
    description =
        "Trains the sentiment model from every labelled file under a folder and prints its figures"
            + " on the tenth that is held out. See docs/models/sentiment.md for the layout.")
final class TrainSentimentCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Labelled files.")
  private Path data = Path.of(".");

  @Option(names = "--out", paramLabel = "FILE", description = "Model to write.")
  private Path out = Path.of("sentiment.bin");

  @Option(names = "--seed", defaultValue = "20240601", description = "Seed. Default: 20240601.")
  private long seed;

  @Mixin
  private OutputOptions output = new OutputOptions();

  TrainSentimentCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    SentimentTrainer.Trained trained =
        new SentimentTrainer(SeedCatalogue.shipped(), Lexicons.shipped(), seed).train(data, out);
    new RowPrinter(environment.out(), environment.json())
        .print(trained.figures().stream().map(environment.json()::tree).toList(), output.format());
    environment
        .err()
        .println("%d texts trained, %d held out, calibration error %.3f; written to %s"
            .formatted(
                trained.trainingTexts(), trained.heldOutTexts(), trained.calibrationError(), out));
    return 0;
  }
}
