package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir
  private Path dir;

  @Test
  void read_nothing_listensOnLoopbackInShanghaiTime() {
    Settings settings = Settings.read(null, dir, Map.of());

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8787);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(settings.dataDir()).isEqualTo(dir.resolve(".tidewatch/data"));
    assertThat(settings.apiKey()).isNull();
    assertThat(settings.deepLane()).isEqualTo(DeepLaneSettings.USUAL);
  }

  @Test
  void read_environment_winsOverTheFile() throws IOException {
    Path file = Files.writeString(dir.resolve("t.yaml"), "port: 1000\nhost: 0.0.0.0\n");

    Settings settings =
        Settings.read(file, dir, Map.of("TIDEWATCH_PORT", "2000", "TIDEWATCH_API_KEY", "k"));

    assertThat(settings.port()).isEqualTo(2000);
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.apiKey()).isEqualTo("k");
  }

  @ParameterizedTest
  @CsvSource({
    "'port: 99999', 'port: 0 to 65535 is required, got 99999'",
    "'port: many', 'port: 0 to 65535 is required, got many'",
    "'timezone: Mars', 'timezone: a zone such as Asia/Shanghai is required, got Mars'",
    "'deepLane: perhaps', 'deepLane: true or false is required, got perhaps'",
    "'deepPipeline: slow', 'deepPipeline: hanlp-words or corenlp is required, got slow'",
    "'deepLaneCpu: much', 'deepLaneCpu: a number is required, got much'",
    "'deepLaneCpu: 7', 'deepLaneCpu: 0.01 to 1 is required, got 7.0'",
    "'deepLaneSeconds: 0', 'deepLaneSeconds: 1 to 3600 is required, got 0'",
    "'behaviorMegabytes: 3', 'behaviorMegabytes: 64 to 1048576 is required, got 3'"
  })
  void read_badValue_namesKeyRuleAndValue(String yaml, String message) throws IOException {
    Path file = Files.writeString(dir.resolve("t.yaml"), yaml + "\n");

    assertThatThrownBy(() -> Settings.read(file, dir, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void read_unknownKeyOrBrokenYaml_namesTheFile() throws IOException {
    Path unknown = Files.writeString(dir.resolve("u.yaml"), "prot: 1\n");
    Path broken = Files.writeString(dir.resolve("b.yaml"), "host: [\n");

    assertThatThrownBy(() -> Settings.read(unknown, dir, Map.of()))
        .hasMessageContaining("u.yaml")
        .hasMessageContaining("prot");
    assertThatThrownBy(() -> Settings.read(broken, dir, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b.yaml");
  }
}
