package io.tidewatch.api.cli;

import io.tidewatch.api.eval.IdentityEval;
import io.tidewatch.api.eval.IdentityRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges who is who on simulated markets. */
@Command(
    name = "identity",
    mixinStandardHelpOptions = true,
    description =
        "Who is who: match rates, and precision and recall of pairs of identifiers, where the truth"
            + " is known.")
final class EvalIdentityCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders that simulate wrote.")
  private List<Path> data = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the wrong links. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalIdentityCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    var eval = new IdentityEval(environment.err()::println, environment.json());
    var rows = new ArrayList<IdentityRow>();
    for (Path folder : data) {
      rows.addAll(eval.evaluate(folder, seed));
    }
    var json = environment.json();
    new RowPrinter(environment.out(), json)
        .print(rows.stream().map(json::tree).toList(), output.format());
    return 0;
  }
}
