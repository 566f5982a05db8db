package io.tidewatch.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
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

/** The sample: files of a simulated market in a folder, and what was planted in it. */
final class SampleMarket {
  private final Path folder;
  private final Json json;

  SampleMarket(Path folder, Json json) {
    this.folder = folder;
    this.json = json;
  }

  /** Names the sample: another simulator, configuration or catalogue is another sample. */
  static String version(Catalogue catalogue) {
    return MarketSimulator.VERSION + "-" + SimulatorConfig.demo().hashCode() + "-"
        + catalogue.version();
  }

  /** Writes the files. */
  void write(Catalogue catalogue) {
    SimulatorFiles.write(
        folder, new MarketSimulator(SimulatorConfig.demo(), catalogue, SampleTexts.shipped()));
  }

  /** The files to take in. */
  List<Path> records() {
    return List.of(
        folder.resolve(SimulatorFiles.DOCUMENTS), folder.resolve(SimulatorFiles.BEHAVIOR));
  }

  /** Brands whose planted trend runs at the end of the sample. */
  List<String> plantedBrands() {
    return truth(SimulatorFiles.TRENDS).stream()
        .filter(trend -> trend.path("ongoing").asBoolean())
        .map(trend -> trend.path("brandId").asText())
        .toList();
  }

  /** The planted keywords with their label for each brand. */
  List<JsonNode> plantedKeywords() {
    return truth(SimulatorFiles.KEYWORDS);
  }

  private List<JsonNode> truth(String name) {
    try {
      return Files.readAllLines(folder.resolve(name)).stream().map(json::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample's truth cannot be read", e);
    }
  }
}
