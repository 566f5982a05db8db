package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.nlp.train.SenseTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the sense classifier again. */
@Command(
    name = "senses",
    mixinStandardHelpOptions = true,
    description =
        "Trains the classifier that tells names from other words by their context, from every text"
            + " under a folder; no labels are needed. See docs/models/senses.md.")
final class TrainSensesCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Texts.")
  private Path data = Path.of(".");

  @Option(names = "--out", paramLabel = "FILE", description = "Model to write.")
  private Path out = Path.of("sense.bin");

  @Option(names = "--seed", defaultValue = "20240601", description = "Seed. Default: 20240601.")
  private long seed;

  @Mixin
  private OutputOptions output = new OutputOptions();

  TrainSensesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    SenseTrainer.Trained trained =
        new SenseTrainer(SeedCatalogue.shipped(), Lexicons.shipped(), seed).train(data, out);
    new RowPrinter(environment.out(), environment.json())
        .print(trained.figures().stream().map(environment.json()::tree).toList(), output.format());
    environment.err().println("%d slots trained; written to %s".formatted(trained.slots(), out));
    return 0;
  }
}
