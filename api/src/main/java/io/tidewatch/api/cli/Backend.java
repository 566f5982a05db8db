package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whoever answers a command: the stores opened in this process, or the process that owns them. One
 * process owns a data directory at a time.
 */
interface Backend extends AutoCloseable {

  /** How long a command waits for an owner that does not serve, such as another command. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /** How often a process that serves may leave a command without any answer before it gives up. */
  int SILENCES = 3;

  /** Answers a question of the table. */
  Reply ask(String path, Map<String, String> arguments);

  /** As {@link #ask}, for a row of the table that changes something. */
  Reply change(String path, Map<String, String> arguments);

  /** Runs one of the owner's own commands. */
  JsonNode command(String path, JsonNode body);

  @Override
  void close();

  /**
   * An answer as JSON.
   *
   * @param rows one element for an answer that is no list
   * @param list whether it is a list
   */
  record Reply(List<JsonNode> rows, boolean list, @Nullable String next) {}

  /**
   * Opens the data directory of {@code settings}, or finds its owner.
   *
   * @throws IllegalStateException when another process owns the directory and does not serve, or
   *     serves and is silent
   */
  static Backend open(Settings settings, InstantSource clock, Json json) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int silences = 0;
    while (true) {
      Optional<DataDirectory> own = DataDirectory.own(settings.dataDir());
      if (own.isPresent()) {
        return new LocalBackend(Service.open(settings, own.get(), clock, json), json);
      }
      Optional<DataDirectory.Owner> owner = DataDirectory.owner(settings.dataDir());
      if (owner.isPresent()) {
        switch (RemoteBackend.knock(owner.get())) {
          case ANSWERS -> {
            return new RemoteBackend(owner.get(), json);
          }
          case SILENT -> silences++;
          case AWAY -> {}
        }
        if (silences == SILENCES) {
          throw new IllegalStateException("data-dir: process " + owner.get().pid()
              + " serves it on port " + owner.get().port()
              + " and does not answer, it may be stopped or out of memory: " + settings.dataDir());
        }
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "data-dir: another process owns it and does not answer: " + settings.dataDir());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
