package io.tidewatch.api.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.connectors.file.IngestSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a data directory does for other commands on it: takes files in, adds to the
 * catalogue, lets the deep lane run. JSON in, a value that becomes JSON out.
 */
final class OwnerCommands {
  private final Service service;
  private final Json json;

  OwnerCommands(Service service, Json json) {
    this.service = service;
    this.json = json;
  }

  Map<String, Function<JsonNode, Object>> all() {
    return Map.of(
        "ask", this::ask,
        "ingest", this::ingest,
        "catalogue", this::catalogue,
        "refine", this::refine);
  }

  /** The counts of a run as the last line of {@code ingest}. */
  record Counts(
      long received, long accepted, long duplicate, long malformed, long failed, double seconds) {

    static Counts of(IngestSummary summary) {
      var c = summary.counts();
      return new Counts(
          c.received(), c.accepted(), c.duplicate(), c.malformed(), c.failed(), summary.seconds());
    }
  }

  /** A run: its counts, why records were refused, and notes on whole files. */
  record Ingested(Counts counts, Map<String, Long> reasons, List<String> notes) {}

  private Object ingest(JsonNode body) {
    var paths = new ArrayList<Path>();
    body.path("paths").forEach(path -> paths.add(Path.of(path.asText())));
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("paths: at least one is required, got none");
    }
    Map<String, Long> before = reasons();
    IngestSummary summary = body.path("replay").asBoolean()
        ? service.doorway().replay(paths)
        : service
            .doorway()
            .ingest(paths, text(body, "map") == null ? text(body, "format") : text(body, "map"));
    var reasons = new LinkedHashMap<String, Long>();
    reasons().forEach((reason, count) -> {
      long more = count - before.getOrDefault(reason, 0L);
      if (more > 0) {
        reasons.put(reason, more);
      }
    });
    return new Ingested(Counts.of(summary), reasons, summary.notes());
  }

  private Map<String, Long> reasons() {
    var all = new LinkedHashMap<String, Long>();
    service
        .doorway()
        .statistics()
        .sources()
        .forEach(source ->
            source.reasons().forEach((reason, count) -> all.merge(reason, count, Long::sum)));
    return all;
  }

  private Object catalogue(JsonNode body) {
    var rows = new ArrayList<CatalogueSheet.Row>();
    for (JsonNode row : body.path("rows")) {
      try {
        rows.add(json.mapper().treeToValue(row, CatalogueSheet.Row.class));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("rows: catalogue rows are required, got " + row, e);
      }
    }
    var result = new CatalogueDesk(
            service.versionedCatalogue(), service.language()::inDictionary, service.clock())
        .accept(rows);
    long again = result.accepted() == 0 ? 0 : service.reannotation().run();
    return new Changed(
        result.received(),
        result.accepted(),
        result.duplicate(),
        result.malformed(),
        result.problems(),
        service.catalogue().version(),
        again);
  }

  /** What a change of the catalogue did. */
  record Changed(
      int received,
      int accepted,
      int duplicate,
      int malformed,
      List<String> problems,
      String version,
      long annotatedAgain) {}

  /** A question whose arguments are too long for an address, such as a seed of many users. */
  private Object ask(JsonNode body) {
    var arguments = new LinkedHashMap<String, String>();
    body.path("arguments")
        .properties()
        .forEach(
            argument -> arguments.put(argument.getKey(), argument.getValue().asText()));
    return service.questions().ask(body.path("path").asText(), arguments, "owner");
  }

  private Object refine(JsonNode body) {
    return Map.of("refined", service.refine(body.path("limit").asInt(1000)));
  }

  private static @Nullable String text(JsonNode body, String field) {
    return body.hasNonNull(field) ? body.path(field).asText() : null;
  }
}
