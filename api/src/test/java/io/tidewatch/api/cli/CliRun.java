package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One command run in this process, with what it printed. */
record CliRun(int code, String out, String err) {

  static CliRun fed(Path dataDir, String stdin, String... arguments) {
    return run(dataDir, stdin, InstantSource.system(), arguments);
  }

  /** A command run at a time. */
  static CliRun at(Instant now, Path dataDir, String... arguments) {
    return run(dataDir, "", InstantSource.fixed(now), arguments);
  }

  private static CliRun run(Path dataDir, String stdin, InstantSource clock, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment = new Environment(
        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of("TIDEWATCH_DATA_DIR", dataDir.toString()),
        dataDir,
        clock,
        new Json());
    int code = Tidewatch.commandLine(environment).execute(arguments);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static CliRun of(Path dataDir, String... arguments) {
    return fed(dataDir, "", arguments);
  }

  /** Standard output as JSON Lines. */
  List<JsonNode> rows() {
    var json = new Json();
    return out.lines().map(json::parse).toList();
  }

  JsonNode last() {
    return rows().getLast();
  }
}
