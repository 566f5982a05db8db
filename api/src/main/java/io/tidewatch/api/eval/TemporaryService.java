package io.tidewatch.api.eval;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.PeopleSettings;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import io.tidewatch.audience.identity.IdentityConfig;
import io.tidewatch.connectors.file.IngestSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service with the settings that ship, over an empty data directory in a temporary folder. Closing
 * it deletes the folder.
 */
final class TemporaryService implements AutoCloseable {
  private final Path folder;
  private final Service service;

  private TemporaryService(Path folder, Service service) {
    this.folder = folder;
    this.service = service;
  }

  static TemporaryService open() {
    return open(true);
  }

  /** {@code joinsPersons}: whether audiences count the ids of one person as one user. */
  static TemporaryService open(boolean joinsPersons) {
    Path folder;
    try {
      folder = Files.createTempDirectory("tidewatch-eval");
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder cannot be made", e);
    }
    try {
      var settings = Settings.read(null, folder, Map.of())
          .withDataDir(folder.resolve("data"))
          .withDeepLane(false)
          .withPeople(new PeopleSettings(IdentityConfig.DEFAULT, joinsPersons));
      var directory = DataDirectory.own(settings.dataDir()).orElseThrow();
      return new TemporaryService(
          folder, Service.open(settings, directory, InstantSource.system(), new Json()));
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
  }

  Service service() {
    return service;
  }

  /** A path inside of the temporary folder. */
  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Takes files in as a user does. */
  IngestSummary takeIn(List<Path> files, @Nullable String format) {
    return service.doorway().ingest(files, format);
  }

  @Override
  public void close() {
    service.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder " + folder + " cannot be deleted", e);
    }
  }
}
