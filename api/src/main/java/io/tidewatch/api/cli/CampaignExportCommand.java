package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.upkeep.DurableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Exports a campaign. Whoever owns the data directory writes the file there; only this process, which
 * runs as its user, moves it to where the user wants it.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes the treated persons who consented, and nobody else, into a file with a manifest"
            + " beside it: as-of, rows, SHA-256, who was left out and why.")
final class CampaignExportCommand implements Callable<Integer> {
  /** The question behind it. */
  static final String PATH = "audience/campaign/export";

  private static final String MANIFEST = ".manifest.json";

  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Option(names = "--campaign", required = true, description = "A campaign by id or name.")
  private String campaign = "";

  @Option(names = "--format", required = true, description = "csv, jsonl or parquet.")
  private String format = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the file goes, with FILE.manifest.json beside it. Default: it stays under"
              + " exports in the data directory.")
  private @Nullable Path out;

  @Option(names = "--hash", description = "SHA-256 in place of ids.")
  private boolean hash;

  @Option(names = "--channel", description = "Only who is allotted to this channel.")
  private @Nullable String channel;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CampaignExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path target = out == null ? null : out.toAbsolutePath().normalize();
    check(target);
    var arguments = new LinkedHashMap<String, String>(
        Map.of("campaign", campaign, "format", format, "hash", Boolean.toString(hash)));
    if (channel != null) {
      arguments.put("channel", channel);
    }
    var settings = environment.settings(store.config, store.dataDir);
    try (Backend backend = Backend.open(settings, environment.clock(), environment.json())) {
      ObjectNode manifest = backend.change(PATH, arguments).rows().getFirst().deepCopy();
      if (target != null) {
        move(settings.dataDir().resolve(manifest.path("file").asText()), target);
        manifest.put("file", target.toString());
      }
      print(manifest);
    }
    return 0;
  }

  private static void check(@Nullable Path target) {
    if (target != null
        && (Files.isDirectory(target)
            || target.getParent() == null
            || !Files.isDirectory(target.getParent()))) {
      throw new IllegalArgumentException(
          "out: a file in a folder that exists is required, got " + target);
    }
  }

  private void move(Path file, Path target) {
    Path manifest = file.resolveSibling(file.getFileName() + MANIFEST);
    Path draft = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
      DurableText.publish(draft, target);
      ObjectNode said = environment.json().parse(Files.readString(manifest)).deepCopy();
      said.put("file", String.valueOf(target.getFileName()));
      DurableText.write(
          target.resolveSibling(target.getFileName() + MANIFEST),
          environment.json().line(said) + "\n");
      Files.delete(file);
      Files.delete(manifest);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "out: a file that can be written is required, got " + target + "; the export is in "
              + file,
          e);
    }
  }

  private void print(JsonNode manifest) {
    new RowPrinter(environment.out(), environment.json())
        .printOne(manifest, json ? RowPrinter.Format.JSON : RowPrinter.Format.TABLE);
  }
}
