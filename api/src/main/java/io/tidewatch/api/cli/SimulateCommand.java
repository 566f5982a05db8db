package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.corpora.simulator.MarketSimulator;
import io.tidewatch.corpora.simulator.SimulatorConfig;
import io.tidewatch.corpora.simulator.SimulatorConfigFile;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a seeded market as files. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes a seeded market: records-*.jsonl.gz to take in, and truth-*.jsonl apart. The same"
            + " options give the same bytes.")
final class SimulateCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--users", description = "Shoppers. Default: as in the configuration.")
  private @Nullable Integer users;

  @Option(names = "--days", description = "Days. Default: as in the configuration.")
  private @Nullable Integer days;

  @Option(names = "--seed", description = "Seed. Default: as in the configuration.")
  private @Nullable Long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private Path out = Path.of(".");

  @Option(names = "--config", paramLabel = "FILE", description = "YAML or JSON configuration.")
  private @Nullable Path config;

  @Option(names = "--json", description = "Print the counts as JSON.")
  private boolean json;

  SimulateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    SimulatorConfig read = config == null
        ? SimulatorConfig.demo()
        : SimulatorConfigFile.read(config, SimulatorConfig.demo());
    var chosen = read.sized(
        users == null ? read.users() : users,
        days == null ? read.days() : days,
        seed == null ? read.seed() : seed);
    var simulator = new MarketSimulator(chosen, SeedCatalogue.shipped(), SampleTexts.shipped());
    SimulatorFiles.Summary summary = SimulatorFiles.write(out, simulator);
    ObjectNode counts = environment.json().mapper().createObjectNode();
    summary.records().forEach(counts::put);
    new RowPrinter(environment.out(), environment.json())
        .printOne(counts, json ? RowPrinter.Format.JSON : RowPrinter.Format.TABLE);
    return 0;
  }
}
