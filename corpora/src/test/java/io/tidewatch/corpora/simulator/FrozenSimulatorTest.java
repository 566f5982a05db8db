package io.tidewatch.corpora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulator is frozen: methods are judged on it. A change of these checksums needs a new {@link
 * MarketSimulator#VERSION} and all evaluations on markets again; where only catalogue or sample
 * texts have grown, the version stays, and the new checksums are put here.
 */
class FrozenSimulatorTest {
  @TempDir
  private Path directory;

  @ParameterizedTest
  @CsvSource({
    "default, b2b057e208ce6bf2",
    "open-market, 40832fa236e5cccd",
    "heavy-bots, 3dc7a31e09cfae1e",
    "owned-words, 8f48f90829f2194a",
    "busy, de8a855bb92c1e9e",
    "broken-feeds, 609c3b23cbba274a",
    "demo, 5475d38e81380ac2"
  })
  void write_ofVersionTwo_isThisMarket(String regime, String checksum) throws IOException {
    assertThat(MarketSimulator.VERSION).isEqualTo("2.0");
    SimulatorFiles.write(
        directory,
        new MarketSimulator(
            Regime.read(regime).sized(150, 4, 1), SeedCatalogue.shipped(), SampleTexts.shipped()));
    JsonNode meta =
        new JsonMapper().readTree(Files.readString(directory.resolve(SimulatorFiles.META)));
    assertThat(meta.path("checksum").asText()).startsWith(checksum);
  }
}
