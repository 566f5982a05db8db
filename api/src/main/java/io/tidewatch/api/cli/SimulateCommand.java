package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.corpora.simulator.MarketSimulator;
import io.tidewatch.corpora.simulator.Regime;
import io.tidewatch.corpora.simulator.SimulatorConfig;
import io.tidewatch.corpora.simulator.SimulatorConfigFile;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "YAML or JSON settings, or the name of a shipped regime: ${COMPLETION-CANDIDATES}."
              + " Default: default.",
      completionCandidates = RegimeNames.class)
  private String config = Regime.NAMES.getFirst();

  @Option(
      names = "--threads",
      description = "Threads that share the work; they do not change the files. Default: 2.")
  private int threads = 2;

  @Option(names = "--json", description = "Print the counts as JSON.")
  private boolean json;

  SimulateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new IllegalArgumentException("--threads: at least 1 is required, got " + threads);
    }
    SimulatorConfig read = Regime.NAMES.contains(config)
        ? Regime.read(config)
        : SimulatorConfigFile.read(file(config), Regime.read(Regime.NAMES.getFirst()));
    var chosen = read.sized(
        users == null ? read.users() : users,
        days == null ? read.days() : days,
        seed == null ? read.seed() : seed);
    var simulator = new MarketSimulator(chosen, SeedCatalogue.shipped(), SampleTexts.shipped());
    SimulatorFiles.Summary summary = SimulatorFiles.write(out, simulator, threads);
    ObjectNode counts = environment.json().mapper().createObjectNode();
    summary.records().forEach(counts::put);
    new RowPrinter(environment.out(), environment.json())
        .printOne(counts, json ? RowPrinter.Format.JSON : RowPrinter.Format.TABLE);
    if (!json) {
      environment.out().println("To take the market in: tidewatch ingest " + out + "/records-*");
    }
    return 0;
  }

  private static Path file(String config) {
    Path file = Path.of(config);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("--config: a file or one of "
          + String.join(", ", Regime.NAMES) + " is required, got " + config);
    }
    return file;
  }

  private static final class RegimeNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Regime.NAMES.iterator();
    }
  }
}
