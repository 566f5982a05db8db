package io.tidewatch.api.cli;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.Settings;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it: streams, variables and the place of the installation.
 *
 * @param home directory of the installation
 */
record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path home,
    InstantSource clock,
    Json json) {

  /** The settings for the options every command has. */
  Settings settings(@Nullable Path config, @Nullable Path dataDir) {
    Path file = config;
    if (file == null) {
      Path usual = Path.of("tidewatch.yaml");
      file = java.nio.file.Files.exists(usual) ? usual : null;
    }
    Settings settings = Settings.read(file, home, variables);
    return dataDir == null ? settings : settings.withDataDir(dataDir);
  }
}
