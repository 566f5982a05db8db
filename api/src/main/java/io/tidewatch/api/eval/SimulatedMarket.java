package io.tidewatch.api.eval;

import io.tidewatch.api.wiring.Service;
import io.tidewatch.connectors.file.IngestSummary;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.simulator.MarketSimulator;
import io.tidewatch.corpora.simulator.SimulatorConfig;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import io.tidewatch.model.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A simulated market, taken in through the door for files into a service of its own. What people
 * wrote stays outside: no keyword figure reads it. Closing it deletes everything.
 */
final class SimulatedMarket implements AutoCloseable {
  private static final int THREADS = 2;
  private static final String FILES = "market";

  private final SimulatorConfig config;
  private final TemporaryService temporary;

  private SimulatedMarket(SimulatorConfig config, TemporaryService temporary) {
    this.config = config;
    this.temporary = temporary;
  }

  static SimulatedMarket make(SimulatorConfig config, Catalogue shop) {
    return make(config, shop, true);
  }

  /** {@code joinsPersons}: whether audiences count the ids of one person as one user. */
  static SimulatedMarket make(SimulatorConfig config, Catalogue shop, boolean joinsPersons) {
    var market = new SimulatedMarket(config, TemporaryService.open(joinsPersons));
    try {
      Path files = market.temporary.resolve(FILES);
      SimulatorFiles.write(
          files, new MarketSimulator(config, shop, SampleTexts.shipped()), THREADS);
      market.takeIn(files);
      return market;
    } catch (RuntimeException e) {
      market.close();
      throw e;
    }
  }

  private void takeIn(Path files) {
    try (Stream<Path> inside = Files.list(files)) {
      List<Path> records = inside
          .filter(f -> f.getFileName().toString().startsWith("records-"))
          .filter(f -> !f.getFileName().toString().equals(SimulatorFiles.DOCUMENTS))
          .sorted()
          .toList();
      IngestSummary summary = temporary.takeIn(records, null);
      if (summary.counts().malformed() + summary.counts().failed() > 0) {
        throw new IllegalStateException("the market was not taken in whole: " + summary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the market cannot be read", e);
    }
  }

  SimulatorConfig config() {
    return config;
  }

  Service service() {
    return temporary.service();
  }

  /** A file of truth. */
  Path truth(String name) {
    return temporary.resolve(FILES).resolve(name);
  }

  @Override
  public void close() {
    temporary.close();
  }
}
