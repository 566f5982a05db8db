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

class SimulatorConfigFileTest {
  private static final SimulatorConfig BASE = SimulatorConfig.demo().sized(10, 2, 3);

  @TempDir
  private Path directory;

  @Test
  void read_yaml_replacesWhatItNames() throws IOException {
    var config = read("searchShare: 0.5\nbursts: 12\nend: 2025-06-19T00:00:00+08:00\n");
    assertThat(config.searchShare()).isEqualTo(0.5);
    assertThat(config.bursts()).isEqualTo(12);
    assertThat(config.end()).isEqualTo(Instant.parse("2025-06-18T16:00:00Z"));
    assertThat(config.users()).isEqualTo(10);
    assertThat(config.cartShare()).isEqualTo(BASE.cartShare());
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
        "searchShare: 1.5; searchShare: a value from 0 to 1 is required, got 1.5",
        "lateBursts: 99; lateBursts: a value from 0 to 9 is required, got 99",
        "users: many; ",
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
}
