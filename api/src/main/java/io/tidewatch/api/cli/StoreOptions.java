package io.tidewatch.api.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data is: options of every command that touches a store. */
final class StoreOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Holds all state. Default: TIDEWATCH_DATA_DIR, else .tidewatch/data.")
  @Nullable
  Path dataDir;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings. Default: tidewatch.yaml when there is one.")
  @Nullable
  Path config;
}
