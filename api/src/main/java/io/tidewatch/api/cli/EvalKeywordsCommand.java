package io.tidewatch.api.cli;

import io.tidewatch.api.eval.LabelledQueryFile;
import io.tidewatch.api.eval.MarketEval;
import io.tidewatch.api.eval.MarketPlan;
import io.tidewatch.api.eval.TitleEval;
import io.tidewatch.api.wiring.QueryReading;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.keywords.eval.LostQuery;
import io.tidewatch.keywords.eval.QueryEval;
import io.tidewatch.keywords.eval.QueryEvalRow;
import io.tidewatch.model.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Judges keywords beside plain baselines: how queries are typed and put into families, and the
 * keyword table on simulated markets.
 */
@Command(
    name = "keywords",
    mixinStandardHelpOptions = true,
    description =
        "Keywords: what the words of queries are typed as and which spellings are one family"
            + " (--data), and the keyword table where the truth is known (--markets).")
final class EvalKeywordsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "JSON Lines of labelled queries and of judged pairs of queries; or .csv of product titles"
              + " and sales (tmall-double11-cosmetics).")
  private List<Path> data = List.of();

  @Option(
      names = "--train",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Also learn heads and names from these query logs, one query a line (the last column of a"
              + " tab-separated line).")
  private List<Path> train = List.of();

  @Option(
      names = "--losing",
      defaultValue = "0",
      description = "Lost cases to show a file or market.")
  private int losing;

  @Mixin
  private MarketOptions markets = new MarketOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalKeywordsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    markets.checkInsteadOf(data);
    return markets.asked() ? markets() : queries();
  }

  private int markets() {
    var report = new MarketEval(environment.err()::println)
        .evaluate(markets.plan(MarketPlan.SHORTEST), losing);
    print(report.rows(), report.losing());
    return 0;
  }

  private int queries() throws IOException {
    Catalogue catalogue = SeedCatalogue.shipped();
    var log = new ArrayList<String>();
    for (Path file : train) {
      for (String line : Files.readAllLines(file)) {
        log.add(line.substring(line.lastIndexOf('\t') + 1));
      }
    }
    var eval = new QueryEval(QueryReading.over(catalogue, log), catalogue);
    var rows = new ArrayList<QueryEvalRow>();
    var lost = new ArrayList<LostQuery>();
    for (Path file : data) {
      if (String.valueOf(file.getFileName()).matches(".*\\.csv(\\.gz)?")) {
        rows.addAll(new TitleEval(environment.err()::println).evaluate(file));
        continue;
      }
      var labelled = LabelledQueryFile.read(file);
      var report = eval.evaluate(
          String.valueOf(file.getFileName()), labelled.queries(), labelled.pairs(), losing);
      rows.addAll(report.rows());
      lost.addAll(report.losing());
    }
    print(rows, lost);
    return 0;
  }

  private void print(List<?> rows, List<?> lost) {
    var json = environment.json();
    new RowPrinter(environment.out(), json)
        .print(rows.stream().map(json::tree).toList(), output.format());
    lost.stream().map(json::line).forEach(environment.err()::println);
  }
}
