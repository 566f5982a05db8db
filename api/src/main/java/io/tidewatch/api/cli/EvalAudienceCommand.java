package io.tidewatch.api.cli;

import io.tidewatch.audience.next.NextCategoryEval;
import io.tidewatch.audience.next.PurchaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Foretells which category users buy next, on real purchases, beside plain baselines. */
@Command(
    name = "audience",
    mixinStandardHelpOptions = true,
    description = "Which category a user buys next, split by time, beside popularity and cosine"
        + " co-occurrence.")
final class EvalAudienceCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Purchases as CSV with user_id, category_2, category_1 and day (yyyyMMdd), and children"
              + " with user_id, birthday and gender; plain or gzip.")
  private List<Path> data = List.of();

  @Option(names = "--losing", defaultValue = "0", description = "Lost questions to show a task.")
  private int losing;

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalAudienceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(data.getFirst().getFileName());
    var report = new NextCategoryEval(PurchaseFiles.read(data), name).evaluate(losing);
    var json = environment.json();
    new RowPrinter(environment.out(), json)
        .print(report.rows().stream().map(json::tree).toList(), output.format());
    report.notes().forEach(environment.err()::println);
    report.losing().stream().map(json::line).forEach(environment.err()::println);
    return 0;
  }
}
