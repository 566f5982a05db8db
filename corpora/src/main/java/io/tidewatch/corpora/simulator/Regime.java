package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CorpusFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The market settings inside the product: {@code default}, and others that differ from it. */
public final class Regime {
  /** Names, the default first. */
  public static final List<String> NAMES = List.of(
      "default", "open-market", "heavy-bots", "owned-words", "busy", "broken-feeds", "demo");

  private Regime() {}

  /**
   * The settings of that name.
   *
   * @throws IllegalArgumentException for another name
   */
  public static SimulatorConfig read(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "regime: one of " + String.join(", ", NAMES) + " is required, got " + name);
    }
    SimulatorConfig base = name.equals(NAMES.getFirst()) ? null : read(NAMES.getFirst());
    String file = "regimes/" + name + ".yaml";
    try (BufferedReader reader = CorpusFiles.shipped().open(file)) {
      return SimulatorConfigFile.parse(file, reader.readAllAsString(), base);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }
}
