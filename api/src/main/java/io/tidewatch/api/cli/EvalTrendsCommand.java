package io.tidewatch.api.cli;

import io.tidewatch.api.eval.TrendEval;
import io.tidewatch.corpora.BrandEvents;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays hot-search lists and sets the live detector beside published baselines. */
@Command(
    name = "trends",
    mixinStandardHelpOptions = true,
    description =
        "What rises: brand events, early key terms and injected bursts on replayed hot search.")
final class EvalTrendsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Hot-search lists by the hour or by the day, tab-separated, plain or gzip; a year is"
              + " judged with all that the files hold before it.")
  private List<Path> data = List.of();

  @Option(
      names = "--losing",
      defaultValue = "0",
      description = "Lost brand events to show for each list and year.")
  private int losing;

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalTrendsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = SeedCatalogue.shipped();
    var eval = new TrendEval(
        catalogue, new FastAnnotator(catalogue, Lexicons.shipped()), BrandEvents.shipped());
    TrendEval.Report report = eval.evaluate(data, losing);
    var json = environment.json();
    new RowPrinter(environment.out(), json)
        .print(report.rows().stream().map(json::tree).toList(), output.format());
    report.losing().stream().map(json::line).forEach(environment.err()::println);
    return 0;
  }
}
