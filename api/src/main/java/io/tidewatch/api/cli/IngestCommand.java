package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files in through the same routes as every other door. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Takes in files: plain, gzip or zip; CSV, TSV, XLSX, JSON or JSON Lines. The last line"
            + " printed holds the counts; what was refused is in the dead-letter folder.")
final class IngestCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "A shipped format. Default: found by extension and header.")
  private @Nullable String format;

  @Option(names = "--map", paramLabel = "FILE", description = "A format map of your own.")
  private @Nullable Path map;

  @Option(names = "--replay", description = "The files are dead-letter files to take in again.")
  private boolean replay;

  @Option(names = "--json", description = "Print nothing but the last line.")
  private boolean json;

  IngestCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (format != null && map != null) {
      throw new IllegalArgumentException("format: --format or --map is required, got both");
    }
    ObjectNode body = environment.json().mapper().createObjectNode();
    for (Path path : paths) {
      if (!java.nio.file.Files.isReadable(path)) {
        throw new IllegalArgumentException(
            "path: a readable file or folder is required, got " + path);
      }
      body.withArray("paths").add(path.toAbsolutePath().normalize().toString());
    }
    body.put("format", format);
    body.put("map", map == null ? null : map.toAbsolutePath().normalize().toString());
    body.put("replay", replay);
    var settings = environment.settings(store.config, store.dataDir);
    try (Backend backend = Backend.open(settings, environment.clock(), environment.json())) {
      JsonNode result = backend.command("ingest", body);
      if (!json) {
        result.path("notes").forEach(note -> environment.err().println(note.asText()));
        result
            .path("reasons")
            .properties()
            .forEach(reason -> environment
                .err()
                .println(reason.getValue().asText() + " refused: " + reason.getKey()));
        if (result.path("counts").path("malformed").asLong() > 0) {
          environment
              .err()
              .println("What was refused lies in "
                  + settings.dataDir().resolve("dead-letter")
                  + "; mend the cause and take it in again with --replay.");
        }
      }
      environment.out().println(environment.json().line(result.path("counts")));
      environment.out().flush();
      return result.path("counts").path("failed").asLong() == 0 ? 0 : 1;
    }
  }
}
