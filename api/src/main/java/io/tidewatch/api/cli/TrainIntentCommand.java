package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.nlp.train.IntentTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the intent classifier again. */
@Command(
    name = "intent",
    mixinStandardHelpOptions = true,
    description =
        "Trains the classifier of what a text is for from JSON Lines with text and intent, and"
            + " prints its figures on the odd half of files in folders named gold and samples. See"
            + " docs/models/intent.md.")
final class TrainIntentCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON Lines with text and intent.")
  private List<Path> data = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Model to write.")
  private Path out = Path.of("intent.bin");

  @Option(names = "--seed", defaultValue = "1", description = "Seed. Default: 1.")
  private long seed;

  @Mixin
  private OutputOptions output = new OutputOptions();

  TrainIntentCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    IntentTrainer.Trained trained =
        new IntentTrainer(SeedCatalogue.shipped(), Lexicons.shipped(), seed).train(data, out);
    new RowPrinter(environment.out(), environment.json())
        .print(trained.figures().stream().map(environment.json()::tree).toList(), output.format());
    environment.err().println("%d texts trained; written to %s".formatted(trained.texts(), out));
    return 0;
  }
}
