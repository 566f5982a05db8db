package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTest {
  @TempDir
  private Path dir;

  /** As a stopped process does, the socket takes connections and says nothing. */
  @Test
  void open_ownerThatListensAndIsSilent_isNamed() throws Exception {
    Settings settings = Settings.read(
        null, dir, Map.of("TIDEWATCH_DATA_DIR", dir.resolve("data").toString()));
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        DataDirectory owned = DataDirectory.own(settings.dataDir()).orElseThrow()) {
      owned.announce(new DataDirectory.Owner(42, silent.getLocalPort(), "token"));

      assertThatThrownBy(() -> Backend.open(settings, InstantSource.system(), new Json()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("process 42 serves it on port " + silent.getLocalPort());
    }
  }
}
