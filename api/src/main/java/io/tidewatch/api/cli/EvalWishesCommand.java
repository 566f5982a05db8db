package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.corpora.CorpusFiles;
import io.tidewatch.corpora.Wishes;
import io.tidewatch.keywords.semantic.WishEval;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well imprecise wishes find the keywords that people mean. */
@Command(
    name = "wishes",
    mixinStandardHelpOptions = true,
    description =
        "Imprecise wishes against the keywords of a data directory: recall and reciprocal rank,"
            + " with and without sentence vectors and re-ranking by clicks, beside baselines.")
final class EvalWishesCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "JSON Lines with wish and keywords. Default: the shipped wishes, which mean keywords of"
              + " the simulated market.")
  private @Nullable Path data;

  @Option(names = "--losing", defaultValue = "0", description = "Lost wishes to show.")
  private int losing;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalWishesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var settings = environment.settings(store.config, store.dataDir);
    var json = environment.json();
    var directory = DataDirectory.own(settings.dataDir())
        .orElseThrow(() ->
            new IllegalStateException("data-dir: another process owns it: " + settings.dataDir()));
    try (Service service = Service.open(settings, directory, environment.clock(), json)) {
      WishEval.Report report = new WishEval(service.semantic())
          .evaluate(wishes().wishes().stream()
              .map(w -> new WishEval.Case(w.wish(), w.keywords()))
              .toList());
      new RowPrinter(environment.out(), json)
          .print(report.rows().stream().map(json::tree).toList(), output.format());
      report.lost().stream().limit(losing).map(json::line).forEach(environment.err()::println);
    }
    return 0;
  }

  private Wishes wishes() {
    if (data == null) {
      return Wishes.shipped();
    }
    Path file = data.toAbsolutePath();
    Path folder = file.getParent();
    return Wishes.read(
        CorpusFiles.in(folder == null ? file : folder), String.valueOf(file.getFileName()));
  }
}
