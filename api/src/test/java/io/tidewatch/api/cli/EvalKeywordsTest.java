package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.corpora.CorpusFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval keywords} on the shipped gold and on small files. */
class EvalKeywordsTest {
  @TempDir
  private Path directory;

  private CliRun eval(String... arguments) throws IOException {
    var all = new java.util.ArrayList<>(List.of("eval", "keywords", "--json", "--data"));
    all.addAll(List.of(arguments));
    return CliRun.of(directory, all.toArray(String[]::new));
  }

  /** A copy of a shipped gold file: a packaged room has no path of its own. */
  private String shipped(String file) throws IOException {
    Path copy = directory.resolve(file);
    try (var in = CorpusFiles.class.getResourceAsStream("gold/" + file)) {
      assertThat(in).isNotNull();
      Files.copy(in, copy);
    }
    return copy.toString();
  }

  private static double value(CliRun run, String system, String metric) {
    return run.rows().stream()
        .filter(r -> r.path("system").asText().equals(system)
            && r.path("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }

  @Test
  void shippedGold_floorsAreMet() throws IOException {
    CliRun run = eval(shipped("queries.jsonl"), shipped("query-pairs.jsonl"));
    assertThat(run.code()).isZero();
    assertThat(value(run, "tidewatch", "type accuracy")).isGreaterThan(0.9);
    assertThat(value(run, "tidewatch", "family precision")).isGreaterThan(0.95);
    assertThat(value(run, "tidewatch", "family recall"))
        .isGreaterThan(value(run, "equal key", "family recall"));
    assertThat(value(run, "alias match", "type accuracy"))
        .isLessThan(value(run, "tidewatch", "type accuracy"));
  }

  @Test
  void losing_casesAreExplainedOnStandardError() throws IOException {
    Path file = Files.writeString(directory.resolve("q.jsonl"), """
        {"query":"兰蔻口红","type":"scene"}
        {"query":"兰蔻口红膏","type":"scene"}
        {"query":"跑鞋男透气","type":"scene"}
        {"query":"跑鞋女透气","type":"scene"}
        {"query":"跑鞋童透气","type":"scene"}
        """);
    CliRun run = eval(file.toString(), "--losing", "5");
    assertThat(run.err()).contains("\"expected\":\"scene\"").contains("category");
    assertThat(run.rows())
        .allSatisfy(r -> assertThat(r.fieldNames())
            .toIterable()
            .containsExactly("task", "data", "system", "metric", "value", "n"));
  }

  @Test
  void train_queryLog_isRead() throws IOException {
    Path data = Files.writeString(
        directory.resolve("q.jsonl"), "{\"query\":\"口红\",\"type\":\"category\"}\n");
    Path log = Files.writeString(directory.resolve("log.tsv"), "1\t口红\n2\t跑鞋\n");
    CliRun run = eval(data.toString(), "--train", log.toString());
    assertThat(value(run, "tidewatch", "type accuracy")).isEqualTo(1);
  }

  @Test
  void brokenLine_isRefusedWithItsPlaceAndRule() throws IOException {
    for (String line : List.of(
        "nonsense",
        "{\"query\":\"口红\"}",
        "{\"query\":\"口红\",\"type\":\"thing\"}",
        "{\"query\":\"口红\",\"type\":\"category\",\"spans\":[{\"start\":0,\"end\":9,\"type\":\"brand\"}]}",
        "{\"a\":\"口红\",\"b\":\"口红\"}")) {
      Path file = Files.writeString(directory.resolve("broken.jsonl"), "\n" + line + "\n");
      CliRun run = eval(file.toString());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("data: a line with query and type").contains("broken.jsonl:2");
    }
    Path empty = Files.writeString(directory.resolve("empty.jsonl"), "");
    assertThat(eval(empty.toString()).err()).contains("got none in empty.jsonl");
  }

  @Test
  void rows_areFiniteNumbers() throws IOException {
    Path data = Files.writeString(
        directory.resolve("p.jsonl"), "{\"a\":\"口红\",\"b\":\"口 红\",\"same\":true}\n");
    for (JsonNode row : eval(data.toString()).rows()) {
      assertThat(row.path("value").isNumber()).isTrue();
    }
  }
}
