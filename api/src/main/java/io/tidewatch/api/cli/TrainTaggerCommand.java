package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.nlp.train.TaggerTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the tagger of unknown names again. */
@Command(
    name = "tagger",
    mixinStandardHelpOptions = true,
    description =
        "Trains the tagger of brands and products from tagged titles under a folder and prints its"
            + " figures on the files with dev or test in their name. See docs/models/tagger.md.")
final class TrainTaggerCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Tagged files.")
  private Path data = Path.of(".");

  @Option(names = "--out", paramLabel = "FILE", description = "Model to write.")
  private Path out = Path.of("tagger.bin");

  @Option(names = "--seed", defaultValue = "1", description = "Seed. Default: 1.")
  private long seed;

  @Option(
      names = "--all",
      description = "Let the written model learn from the held-out files, too, after the figures.")
  private boolean all;

  @Mixin
  private OutputOptions output = new OutputOptions();

  TrainTaggerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    TaggerTrainer.Trained trained =
        new TaggerTrainer(SeedCatalogue.shipped(), Lexicons.shipped()).train(data, out, all, seed);
    new RowPrinter(environment.out(), environment.json())
        .print(trained.figures().stream().map(environment.json()::tree).toList(), output.format());
    environment
        .err()
        .println("%d titles, %d held out, %d texts with names only, %d sentences of prose; %s, %s"
            .formatted(
                trained.titles(),
                trained.heldOut(),
                trained.namesOnly(),
                trained.prose(),
                all ? "trained on all of them" : "trained without the held-out ones",
                "written to " + out));
    return 0;
  }
}
