package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.train.TargetTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the target classifier again. */
@Command(
    name = "targets",
    mixinStandardHelpOptions = true,
    description =
        "Trains the target classifier from files with judged targets and from labelled reviews, and"
            + " prints its figures on the fifth that is held out. See docs/models/targets.md.")
final class TrainTargetsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or folders.")
  private List<Path> data = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Model to write.")
  private Path out = Path.of("target.bin");

  @Option(names = "--seed", defaultValue = "20240601", description = "Seed. Default: 20240601.")
  private long seed;

  @Mixin
  private OutputOptions output = new OutputOptions();

  TrainTargetsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    TargetTrainer.Trained trained = new TargetTrainer(
            SeedCatalogue.shipped(), Lexicons.shipped(), SentimentModel.shipped(), seed)
        .train(data, out);
    new RowPrinter(environment.out(), environment.json())
        .print(trained.figures().stream().map(environment.json()::tree).toList(), output.format());
    environment
        .err()
        .println("%d targets and %d aspects of reviews trained, %d joined; written to %s"
            .formatted(trained.trained(), trained.aspects(), trained.joined(), out));
    return 0;
  }
}
