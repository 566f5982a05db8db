package io.tidewatch.corpora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorConfigFileTest {
  private static final SimulatorConfig BASE = SimulatorConfig.demo().sized(10, 2, 3);

  @TempDir
  private Path directory;

  @Test
  void read_yaml_replacesWhatItNames() throws IOException {
    var config = read(
        "traffic:\n  searchShare: 0.5\nsocial: {bursts: 12}\nend: 2025-06-19T00:00:00+08:00\n");
    assertThat(config.traffic().searchShare()).isEqualTo(0.5);
    assertThat(config.social().bursts()).isEqualTo(12);
    assertThat(config.end()).isEqualTo(Instant.parse("2025-06-18T16:00:00Z"));
    assertThat(config.users()).isEqualTo(10);
    assertThat(config.funnel()).isEqualTo(BASE.funnel());
  }

  @Test
  void read_json_isTakenToo() throws IOException {
    assertThat(read("{\"users\": 77}").users()).isEqualTo(77);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "user: 5; no setting user is known",
        "traffic: {visit: 5}; no setting traffic.visit is known",
        "traffic: 5; traffic: a group of settings is required, got 5",
        "traffic: {searchShare: 1.5}; traffic.searchShare: a value from 0 to 1 is required, got 1.5",
        "social: {lateBursts: 99}; social.lateBursts: a value from 0 to 9 is required, got 99",
        "users: 0; users: a value from 1 to 10000000 is required, got 0",
        "users: many; users: ",
        "shop: {brandsPerCategory: few}; shop.brandsPerCategory: ",
        "shop: {brandsPerCategory: null}; brandsPerCategory",
        "end: yesterday; ISO 8601 with offset is required",
        "just a word; an object of settings is required",
        "users: [1; ",
      })
  void read_brokenSetting_namesFileAndRule(String content, String rule) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("market.yaml: ")
        .hasMessageContaining(rule == null ? "" : rule);
  }

  private SimulatorConfig read(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("market.yaml"), content);
    return SimulatorConfigFile.read(file, BASE);
  }

  @Test
  void digest_otherSetting_differsAndSizeDoesNot() {
    String digest = SimulatorConfigFile.digest(BASE);
    assertThat(SimulatorConfigFile.digest(BASE.sized(5, 5, 5))).isEqualTo(digest);
    assertThat(SimulatorConfigFile.digest(Regime.read("heavy-bots"))).isNotEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "open-market",
        "heavy-bots",
        "owned-words",
        "busy",
        "broken-feeds",
        "demo"
      })
  void regime_shipped_isReadAndKnowsItsName(String name) {
    assertThat(Regime.read(name).name()).isEqualTo(name);
    assertThat(Regime.NAMES).contains(name);
  }

  @Test
  void regime_unknown_isRefusedWithTheNames() {
    assertThatThrownBy(() -> Regime.read("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heavy-bots")
        .hasMessageEndingWith("got nowhere");
  }
}
