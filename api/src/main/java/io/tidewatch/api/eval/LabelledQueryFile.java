package io.tidewatch.api.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.keywords.eval.LabelledPair;
import io.tidewatch.keywords.eval.LabelledQuery;
import io.tidewatch.model.query.QueryPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * JSON Lines of labelled queries and of judged pairs of queries, in any order:
 * {@code {"query","type","spans":[{"start","end","type"}]?}} and
 * {@code {"a","b","same","note"?,"countA"?,"countB"?}}.
 */
public record LabelledQueryFile(List<LabelledQuery> queries, List<LabelledPair> pairs) {

  public LabelledQueryFile {
    queries = List.copyOf(queries);
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming file, line and rule for anything else, and for a file
   *     without rows
   */
  public static LabelledQueryFile read(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var queries = new ArrayList<LabelledQuery>();
    var pairs = new ArrayList<LabelledPair>();
    int line = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        line++;
        if (row.isBlank()) {
          continue;
        }
        try {
          JsonNode node = mapper.readTree(row);
          if (node.has("query")) {
            queries.add(query(node));
          } else {
            pairs.add(pair(node));
          }
        } catch (IOException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "data: a line with query and type, or with a, b and same, is required, got "
                  + file.getFileName() + ":" + line + ": " + rule(e),
              e);
        }
      }
    }
    if (queries.isEmpty() && pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "data: labelled queries or pairs are required, got none in " + file.getFileName());
    }
    return new LabelledQueryFile(queries, pairs);
  }

  private static String rule(Exception e) {
    return e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : "no JSON";
  }

  private static LabelledQuery query(JsonNode node) {
    String query = text(node, "query");
    var parts = new TreeSet<QueryPart>();
    for (String label : text(node, "type").split("\\+", -1)) {
      parts.add(QueryPart.of(label));
    }
    var spans = new ArrayList<LabelledQuery.Part>();
    for (JsonNode span : node.path("spans")) {
      int start = span.path("start").asInt(-1);
      int end = span.path("end").asInt(-1);
      if (start < 0 || end <= start || end > query.length()) {
        throw new IllegalArgumentException(
            "spans: 0 to the length of the query is required, got " + start + " to " + end);
      }
      spans.add(new LabelledQuery.Part(start, end, QueryPart.of(text(span, "type"))));
    }
    String type = String.join("+", parts.stream().map(QueryPart::label).toList());
    return new LabelledQuery(query, type, spans);
  }

  private static LabelledPair pair(JsonNode node) {
    if (!node.path("same").isBoolean()) {
      throw new IllegalArgumentException("same: true or false is required");
    }
    return new LabelledPair(
        text(node, "a"),
        text(node, "b"),
        node.path("same").asBoolean(),
        node.path("note").asText(""),
        Math.max(1, node.path("countA").asLong(1)),
        Math.max(1, node.path("countB").asLong(1)));
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException(field + ": a text is required");
    }
    return node.path(field).asText();
  }
}
