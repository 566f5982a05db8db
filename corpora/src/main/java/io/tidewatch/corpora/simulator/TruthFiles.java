package io.tidewatch.corpora.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Writes the truth that is known when the market is over. */
final class TruthFiles {
  private TruthFiles() {}

  /**
   * Which simulator made the files.
   *
   * @param settings SHA-256 of all settings but size and seed
   * @param checksum SHA-256 of the record lines: documents and behaviour of each day in turn
   * @param attention probability by 1-based position that a result in view is looked at
   */
  record Meta(
      String simulator,
      String regime,
      String settings,
      long seed,
      int users,
      int days,
      Instant start,
      Instant end,
      String checksum,
      List<Double> attention) {}

  static void write(
      Path directory,
      List<String> names,
      MarketSimulator simulator,
      MarketTruth truth,
      String checksum)
      throws IOException {
    SimulatorConfig config = simulator.config();
    var meta = new Meta(
        MarketSimulator.VERSION,
        config.name(),
        SimulatorConfigFile.digest(config),
        config.seed(),
        config.users(),
        config.days(),
        config.start(),
        config.end(),
        checksum,
        truth.attention());
    rows(directory, SimulatorFiles.META, names, out -> out.write(meta));
    rows(directory, SimulatorFiles.TRENDS, names, out -> truth.trends().forEach(out::write));
    rows(directory, SimulatorFiles.KEYWORDS, names, out -> truth.keywords().forEach(out::write));
    rows(directory, SimulatorFiles.EVENTS, names, out -> truth.events().forEach(out::write));
    rows(directory, SimulatorFiles.USERS, names, out -> {
      for (int n = 0; n < config.users(); n++) {
        out.write(simulator.user(n));
      }
    });
    rows(directory, SimulatorFiles.IDENTITIES, names, out -> {
      for (int n = 0; n < config.users(); n++) {
        out.write(simulator.identity(n));
      }
    });
  }

  private static void rows(
      Path directory, String name, List<String> names, Consumer<TruthLines> rows)
      throws IOException {
    try (TruthLines out = TruthLines.open(directory, name, names)) {
      rows.accept(out);
    }
  }
}
