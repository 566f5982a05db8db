package io.tidewatch.api.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.connectors.file.IngestSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sample market in a data directory of its own: made and taken in once through the real routes,
 * then only asked.
 */
public final class Demo {
  private static final int DEEP_AT_ONCE = 50;
  private static final int DEEP_AT_MOST = 600;

  private final Service service;
  private final Path state;
  private final SampleMarket sample;
  private final Json json = new Json();
  private final PrintStream progress;

  /** {@code folder} holds the sample; {@code progress} hears what is going on. */
  public Demo(Service service, Path folder, PrintStream progress) {
    this.service = service;
    this.state = folder.resolve("demo.json");
    this.sample = new SampleMarket(folder.resolve("sample"), json);
    this.progress = progress;
  }

  /** Takes the sample in unless this directory holds it already. */
  public void prepare() {
    String version = SampleMarket.version(service.catalogue());
    if (version.equals(read().path("version").asText())) {
      return;
    }
    progress.println("Making the sample market ...");
    sample.write(service.catalogue());
    progress.println("Taking it in ...");
    IngestSummary summary = service.doorway().ingest(sample.records(), null);
    if (summary.counts().malformed() + summary.counts().failed() > 0) {
      throw new IllegalStateException("the sample was not taken in whole: " + summary);
    }
    progress.println(
        "%,d records in %.1f s".formatted(summary.counts().received(), summary.seconds()));
    write(json.mapper()
        .createObjectNode()
        .put("version", version)
        .put("behaviorRecords", service.behaviorRecords()));
  }

  /** Lets the deep lane work until it changes a verdict, and remembers the sentence. */
  public void decideHardSentence() {
    if (example() != null) {
      return;
    }
    var found = new DeepExample[1];
    for (int done = 0; done < DEEP_AT_MOST && found[0] == null; ) {
      int refined = service.refine(
          DEEP_AT_ONCE,
          (document, annotation) ->
              found[0] = found[0] == null ? DeepExample.of(document, annotation) : found[0]);
      if (refined == 0) {
        break;
      }
      done += refined;
    }
    if (found[0] != null && read() instanceof ObjectNode node) {
      write(node.set("deep", json.tree(found[0])));
    }
  }

  /** Prints the report. */
  public void report(Locale language, PrintStream out) {
    new DemoReport(service, sample, new Wording(language))
        .print(read().path("behaviorRecords").asLong(), example(), out);
    out.flush();
  }

  private @Nullable DeepExample example() {
    JsonNode deep = read().path("deep");
    try {
      return deep.isObject() ? json.mapper().treeToValue(deep, DeepExample.class) : null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(state + " cannot be read; delete it", e);
    }
  }

  private JsonNode read() {
    try {
      return Files.exists(state)
          ? json.parse(Files.readString(state))
          : json.mapper().createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(state + " cannot be read", e);
    }
  }

  private void write(JsonNode node) {
    try {
      Path temporary = state.resolveSibling("demo.json.tmp");
      Files.writeString(temporary, json.line(node));
      Files.move(temporary, state, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(state + " cannot be written", e);
    }
  }
}
